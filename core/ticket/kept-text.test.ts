import { describe, expect, it } from 'vitest';
import { chainStart, findBrokenLink, linkHash } from './audit-chain.ts';
import { fitsText, namesText, putTogether, takeApart } from './kept-text.ts';
import type { TicketEvent } from './schema.ts';

const note: TicketEvent = { type: 'noteAdded', text: 'Ask for Ms Overbeeke.' };
const refusal: TicketEvent = {
  type: 'ownershipRecorded',
  isConfirmed: false,
  evidence: [],
  ownEvidence: [],
  reason: 'Overbeeke moved out.',
};

describe('an event with own words', () => {
  it.each([note, refusal])('is hashed without them and comes back whole', (event) => {
    const stored = takeApart(event, 'aa');
    expect(stored.eventJson).not.toContain('Overbeeke');
    expect(putTogether(stored)).toEqual(event);
    expect(fitsText({ ...stored, textJson: stored.textJson ?? '' })).toBe(true);
    expect(namesText(stored.eventJson)).toBe(true);
  });

  it.each<TicketEvent>([
    { type: 'tagsChanged', tags: ['Overbeeke'] },
    { ...refusal, ownEvidence: ['Paper of Overbeeke'], reason: null },
    { ...refusal, ownEvidence: ['Paper of Overbeeke'] },
    {
      type: 'attachmentAdded',
      attachmentId: '01900000-0000-7000-8000-000000000001',
      digest: 'd'.repeat(64),
      name: 'Overbeeke.jpg',
    },
  ])('keeps lists beside it as well', (event) => {
    const stored = takeApart(event, 'aa');
    expect(stored.eventJson).not.toContain('Overbeeke');
    expect(putTogether(stored)).toEqual(event);
  });

  it('with nothing in them has no text beside it', () => {
    const event: TicketEvent = { type: 'tagsChanged', tags: [] };
    expect(takeApart(event, 'aa').textJson).toBeNull();
  });

  it('reads as erased once they are gone', () => {
    const { eventJson } = takeApart(note, 'aa');
    expect(putTogether({ eventJson, textJson: null })).toEqual({ type: 'noteAdded', text: null });
  });

  it('does not fit other words', () => {
    const { eventJson } = takeApart(note, 'aa');
    const { textJson } = takeApart({ type: 'noteAdded', text: 'Other words' }, 'aa');
    expect(fitsText({ eventJson, textJson: textJson ?? '' })).toBe(false);
  });

  it('has another digest for the same words every time', () => {
    expect(takeApart(note, 'aa').eventJson).not.toBe(takeApart(note, 'bb').eventJson);
  });

  it('of an early version holds them itself', () => {
    expect(putTogether({ eventJson: JSON.stringify(note), textJson: null })).toEqual(note);
    expect(namesText(JSON.stringify({ ...note, text: '"textDigest":"' }))).toBe(false);
  });
});

describe('a chain with a text of an early version', () => {
  const erased = { type: 'personalDataErased', sequences: [2] };
  const chain = (events: readonly unknown[]) => {
    let hash = chainStart;
    return events.map((event, index) => {
      const link = {
        trailId: 't',
        sequence: index + 1,
        at: 1,
        actor: 'Ada',
        eventJson: JSON.stringify(event),
      };
      hash = linkHash(hash, link);
      return { ...link, hash };
    });
  };
  const without = (links: ReturnType<typeof chain>, sequence: number, eventJson: string) =>
    links.map((link) => (link.sequence === sequence ? { ...link, eventJson } : link));

  it('is whole after the text went, when the chain itself says so', () => {
    const links = chain([{ type: 'ticketReopened' }, note, erased]);
    expect(findBrokenLink(without(links, 2, '{"type":"noteAdded","text":null}'))).toBeNull();
  });

  it('is broken when nothing says so', () => {
    const links = chain([{ type: 'ticketReopened' }, note, { type: 'ticketReopened' }]);
    expect(findBrokenLink(without(links, 2, '{"type":"noteAdded","text":null}'))).toBe(2);
  });

  it('is broken when another text stands there, or another event was emptied', () => {
    const links = chain([{ type: 'ticketReopened' }, note, erased]);
    expect(findBrokenLink(without(links, 2, '{"type":"noteAdded","text":"x"}'))).toBe(2);
    expect(findBrokenLink(without(links, 1, '{"type":"noteAdded","text":null}'))).toBe(1);
  });
});
