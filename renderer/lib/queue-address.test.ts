import { describe, expect, it } from 'vitest';
import { laneView, NO_FILTER } from '../../core/queue/view.ts';
import { queueHref, readQueueAddress, writeQueueAddress } from './queue-address.ts';

const plain = { view: laneView('mine'), ticketId: null, row: 0 };

describe('queue address', () => {
  it.each([
    plain,
    { ...plain, view: laneView('others') },
    {
      view: {
        lane: 'closed' as const,
        sort: 'opened' as const,
        isReversed: true,
        filter: {
          ...NO_FILTER,
          stages: ['waiting' as const],
          text: 'Ødegård & Sons #4 50%',
          phases: ['wait' as const, 'code' as const],
          kinds: ['camera' as const],
        },
      },
      ticketId: '0199aa00-0000-7000-8000-000000000001',
      row: 512_345,
    },
  ])('comes back as it was written: %j', (address) => {
    expect(readQueueAddress(writeQueueAddress(address).slice(1))).toEqual(address);
  });

  it('keeps the question mark when there is nothing to say, so that the former query goes away', () => {
    expect(writeQueueAddress(plain)).toBe('/?');
  });

  it('leaves out whatever does not fit', () => {
    const query = '?lane=everything&sort=luck&reversed=1&phases=wait&phases=lunch&row=-3&ticket=12&unknown=1';
    const { view, ...rest } = readQueueAddress(query);
    expect(view).toEqual({ ...laneView('mine'), filter: { ...NO_FILTER, phases: ['wait'] } });
    expect(rest).toEqual({ ticketId: null, row: 0 });
    expect(readQueueAddress(`?text=${'x'.repeat(300)}`).view.filter.text).toBe('');
  });
});

describe('queueHref', () => {
  it('leads to a lane and its filter, in the order that the lane has by itself', () => {
    const href = queueHref('closed', { owners: ['agent:Ana & Co'], outcomes: ['refused'] });
    expect(href).toMatch(/^#\/\?/);
    expect(readQueueAddress(href.slice(2)).view).toEqual({
      ...laneView('closed'),
      filter: { ...NO_FILTER, owners: ['agent:Ana & Co'], outcomes: ['refused'] },
    });
  });
});
