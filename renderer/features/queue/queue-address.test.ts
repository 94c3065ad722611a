import { describe, expect, it } from 'vitest';
import { readQueueAddress, writeQueueAddress } from './queue-address.ts';

const plain = { lane: 'now', search: '', ticketId: null } as const;

describe('queue address', () => {
  it.each([
    plain,
    { lane: 'waiting', search: 'Ødegård & Sons #4 50%', ticketId: null } as const,
    { lane: 'closed', search: '+44 20', ticketId: '0199aa00-0000-7000-8000-000000000001' } as const,
  ])('comes back as it was written: %j', (address) => {
    expect(readQueueAddress(writeQueueAddress(address).slice(1))).toEqual(address);
  });

  it('keeps the question mark when there is nothing to say, so that the former query goes away', () => {
    expect(writeQueueAddress(plain)).toBe('/?');
  });

  it('shows the first lane for a lane that does not exist', () => {
    expect(readQueueAddress('?lane=everything')).toEqual(plain);
  });

  it('cuts a search text that the contract would refuse', () => {
    expect(readQueueAddress(`?search=${'x'.repeat(300)}`).search).toHaveLength(200);
  });
});
