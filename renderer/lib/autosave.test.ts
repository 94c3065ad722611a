import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CallError } from '../../core/contract/errors.ts';
import { createAutosave, RETRY_AFTER_MS, SAVE_AFTER_MS, settleUnsaved } from './autosave.ts';

type Fields = { name: string; phone: string };
type Sent = {
  change: Partial<Fields>;
  version: number;
  answer: (version: number | CallError) => Promise<void>;
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function setUp(create: typeof createAutosave = createAutosave) {
  const sent: Sent[] = [];
  const told: string[] = [];
  const autosave = create<Fields>(1, {
    send: (change, version) =>
      new Promise((resolve, reject) => {
        sent.push({
          change,
          version,
          answer: async (result) => {
            if (typeof result === 'number') resolve(result);
            else reject(result);
            await vi.advanceTimersByTimeAsync(0);
          },
        });
      }),
    onSaved: (change) => told.push(`saved ${JSON.stringify(change)}`),
    onConflict: (mine) => told.push(`conflict ${JSON.stringify(mine)}`),
    onFailure: (error) => {
      if (error !== null) told.push(`failed ${error.code}`);
    },
  });
  return { autosave, sent, told };
}

describe('createAutosave', () => {
  it('saves once after a pause, with all that was typed', () => {
    const { autosave, sent } = setUp();
    autosave.change({ name: 'A' });
    vi.advanceTimersByTime(SAVE_AFTER_MS - 1);
    autosave.change({ name: 'An', phone: '1' });
    expect(sent).toHaveLength(0);
    vi.advanceTimersByTime(SAVE_AFTER_MS);
    expect(sent.map(({ change, version }) => [change, version])).toEqual([[{ name: 'An', phone: '1' }, 1]]);
  });

  it('waits for a save under way and builds on the version it answers', async () => {
    const { autosave, sent, told } = setUp();
    autosave.change({ name: 'A' });
    autosave.flush();
    autosave.change({ name: 'An' });
    autosave.flush();
    expect(sent).toHaveLength(1);
    await sent[0]?.answer(2);
    expect(sent.map(({ change, version }) => [change, version])).toEqual([
      [{ name: 'A' }, 1],
      [{ name: 'An' }, 2],
    ]);
    expect(told).toEqual(['saved {"name":"A"}']);
  });

  it('gives back everything that was not stored when someone else was first', async () => {
    const { autosave, sent, told } = setUp();
    autosave.change({ name: 'A' });
    autosave.flush();
    autosave.change({ phone: '1' });
    await sent[0]?.answer(new CallError('conflict', 'newer'));
    expect(told).toEqual(['conflict {"name":"A","phone":"1"}']);
    vi.advanceTimersByTime(SAVE_AFTER_MS);
    expect(sent).toHaveLength(1);
  });

  it('keeps what could not be stored and sends it with the next change', async () => {
    const { autosave, sent, told } = setUp();
    autosave.change({ name: 'A' });
    autosave.flush();
    await sent[0]?.answer(new CallError('store_failed', 'disk full'));
    expect(told).toEqual(['failed store_failed']);
    autosave.change({ phone: '1' });
    autosave.flush();
    expect(sent[1]?.change).toEqual({ name: 'A', phone: '1' });
  });

  it('tries again by itself until it is stored, with longer and longer pauses', async () => {
    const { autosave, sent, told } = setUp();
    autosave.change({ name: 'A' });
    autosave.flush();
    const failure = new CallError('store_failed', 'disk full');
    await sent[0]?.answer(failure);
    for (const [index, pauseMs] of RETRY_AFTER_MS.entries()) {
      vi.advanceTimersByTime(pauseMs - 1);
      expect(sent).toHaveLength(index + 1);
      vi.advanceTimersByTime(1);
      expect(sent).toHaveLength(index + 2);
      await sent[index + 1]?.answer(failure);
    }
    vi.advanceTimersByTime(RETRY_AFTER_MS.at(-1) ?? 0);
    await sent.at(-1)?.answer(2);
    expect(told.at(-1)).toBe('saved {"name":"A"}');
    vi.advanceTimersByTime(60_000);
    expect(sent).toHaveLength(RETRY_AFTER_MS.length + 2);
  });

  it('takes over a newer version that came on screen, and never an older one', () => {
    const { autosave, sent } = setUp();
    autosave.see(7);
    autosave.see(3);
    autosave.change({ name: 'A' });
    autosave.flush();
    expect(sent[0]?.version).toBe(7);
  });

  it('sends nothing when nothing was typed', () => {
    const { autosave, sent } = setUp();
    autosave.flush();
    expect(sent).toHaveLength(0);
  });
});

describe('settling what is not saved', () => {
  const shout = <Change extends object>(change: Change): Change => ({ ...change, name: 'SETTLED' });
  const held = new CallError('refused', 'Held back.');

  it('stores at once what was held back and waits to be tried again, as it was settled', async () => {
    const { autosave, sent } = setUp();
    autosave.change({ name: 'a' });
    autosave.flush();
    await sent[0]?.answer(held);
    settleUnsaved(shout);
    expect(sent.map(({ change }) => change)).toEqual([{ name: 'a' }, { name: 'SETTLED' }]);
    await sent[1]?.answer(2);
  });

  it('does so as well with what is on its way and refused only then', async () => {
    const { autosave, sent } = setUp();
    autosave.change({ name: 'a' });
    autosave.flush();
    settleUnsaved(shout);
    expect(sent).toHaveLength(1);
    await sent[0]?.answer(held);
    expect(sent[1]?.change).toEqual({ name: 'SETTLED' });
    await sent[1]?.answer(2);
  });

  it('leaves alone what is typed later', async () => {
    const { autosave, sent } = setUp();
    autosave.change({ name: 'a' });
    settleUnsaved(shout);
    await sent[0]?.answer(2);
    autosave.change({ name: 'b' });
    autosave.flush();
    expect(sent[1]?.change).toEqual({ name: 'b' });
    await sent[1]?.answer(3);
  });
});

describe('waiting until all is saved', () => {
  it('ends at once where nothing was typed, and else with the last of what was', async () => {
    vi.resetModules();
    const fresh = await import('./autosave.ts');
    await fresh.whenAllSaved();
    const first = setUp(fresh.createAutosave);
    const second = setUp(fresh.createAutosave);
    let hasEnded = false;
    first.autosave.change({ name: 'A' });
    second.autosave.change({ name: 'B' });
    void fresh.whenAllSaved().then(() => {
      hasEnded = true;
    });
    first.autosave.flush();
    second.autosave.flush();
    first.autosave.change({ phone: '1' });
    await first.sent[0]?.answer(2);
    await second.sent[0]?.answer(
      new (await import('../../core/contract/errors.ts')).CallError('conflict', 'Changed.'),
    );
    expect(hasEnded).toBe(false);
    await first.sent[1]?.answer(3);
    expect(hasEnded).toBe(true);
  });
});
