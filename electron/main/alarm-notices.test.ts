import { describe, expect, it } from 'vitest';
import { createAlarmNotices, type DesktopNotice } from './alarm-notices.ts';

const alarm = (
  number: number,
  kind: 'codeOverdue' | 'reminder' = 'codeOverdue',
  assignee: string | null = 'Kim Janssen',
) => ({
  ticketId: `0190a0a0-0000-7000-8000-${String(number).padStart(12, '0')}`,
  ticketNumber: number,
  assignee,
  kind,
  at: 1000,
});

function notices({
  isEnabled = true,
  language = 'en',
}: {
  isEnabled?: boolean;
  language?: 'en' | 'es';
} = {}) {
  const shown: DesktopNotice[] = [];
  const done: unknown[] = [];
  const tell = createAlarmNotices({
    show: (notice) => void shown.push(notice),
    isEnabled: () => isEnabled,
    agent: () => 'Kim Janssen',
    language: () => language,
    open: (ticketId) => void done.push(['open', ticketId]),
    remind: (ticketId, minutes) => void done.push(['remind', ticketId, minutes]),
  });
  return { shown, done, tell };
}

describe('createAlarmNotices', () => {
  it('names the ticket and what is due, and nothing else', () => {
    const { shown, tell } = notices();
    tell([alarm(12), alarm(13, 'reminder')]);
    expect(shown.map(({ title, body }) => [title, body])).toEqual([
      ['Ticket 12', 'The security code should have arrived by now.'],
      ['Ticket 13', 'You wanted to be reminded.'],
    ]);
  });

  it('opens the ticket on a click and on the first button, and comes back in ten minutes on the second', () => {
    const { shown, done, tell } = notices();
    tell([alarm(12)]);
    const { ticketId } = alarm(12);
    shown[0]?.onOpen();
    shown[0]?.onAction(0);
    shown[0]?.onAction(1);
    expect(done).toEqual([
      ['open', ticketId],
      ['open', ticketId],
      ['remind', ticketId, 10],
    ]);
  });

  it("tells of the agent's own tickets and of those that are nobody's", () => {
    const { shown, tell } = notices();
    tell([alarm(12, 'reminder', 'Bo Lind'), alarm(13, 'reminder', null), alarm(14)]);
    expect(shown.map(({ title }) => title)).toEqual(['Ticket 13', 'Ticket 14']);
  });

  it('tells many at once in one notice that leads to the queue', () => {
    const { shown, done, tell } = notices();
    tell([1, 2, 3, 4, 4].map((number) => alarm(number)));
    expect(shown.map(({ title }) => title)).toEqual(['4 tickets need you']);
    shown[0]?.onOpen();
    expect(done).toEqual([['open', null]]);
  });

  it("speaks the agent's language", () => {
    const { shown, tell } = notices({ language: 'es' });
    tell([alarm(12)]);
    tell([1, 2, 3, 4].map((number) => alarm(number)));
    expect(shown.map(({ title }) => title)).toEqual(['Caso 12', '4 casos lo necesitan']);
    expect(shown[0]?.body).toBe('El código de seguridad ya debería haber llegado.');
  });

  it('is silent where the agent wants no notices', () => {
    const { shown, tell } = notices({ isEnabled: false });
    tell([alarm(12)]);
    expect(shown).toEqual([]);
  });
});
