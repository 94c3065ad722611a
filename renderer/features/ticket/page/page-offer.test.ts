import { describe, expect, it } from 'vitest';
import type { PageReading } from '../../../../core/reset-page/read-page.ts';
import { offeredIn, offerOf, textOf } from './page-offer.ts';

const value = (text: string, isSure = false) => ({ value: text, isSure });
const READING: PageReading = {
  values: { serial: value('4K002C6PAJA49A7'), mailbox: value('a***@e.com'), model: value('NVR4108') },
  generation: 'older',
  hasQuestions: true,
  place: null,
};
type Ticket = Parameters<typeof offerOf>[1];
const ticket = (serial: string | null, situation: Record<string, string> = {}) =>
  ({
    device: serial === null ? null : { serial, kind: 'recorder' },
    state: { situation },
  }) as unknown as Ticket;

describe('offerOf', () => {
  it('offers what a ticket does not know', () => {
    const offer = offerOf(READING, ticket(null));
    expect(offeredIn(offer)).toEqual(['serial', 'mailbox', 'deviceKind', 'generation']);
    expect(textOf(offer, 'serial')).toBe('4K002C6PAJA49A7');
    expect(textOf(offer, 'generation')).toBe('older');
    expect(textOf(offer, 'address')).toBe('');
  });

  it('leaves out what it knows already', () => {
    const offer = offerOf(READING, ticket('4K002C6PAJA49A7', { generation: 'older' }));
    expect(offeredIn(offer)).toEqual(['mailbox']);
    expect(offer.otherSerial).toBeNull();
  });

  it('tells of another device than the one of the ticket', () => {
    expect(offerOf(READING, ticket('OTHER1234567890')).otherSerial).toBe('OTHER1234567890');
  });
});
