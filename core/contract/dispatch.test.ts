import { describe, expect, it } from 'vitest';
import { contract } from './contract.ts';
import { dispatch, findEndpoint, type Handlers } from './dispatch.ts';
import { CallError } from './errors.ts';

type Context = { readonly who: string };

/** A shell whose handlers all fail, but for the one under test. */
function shellWith(change: Partial<Handlers<'shell', Context>>): Handlers<'shell', Context> {
  const names = Object.entries(contract).filter(
    ([, entry]) => entry.kind !== 'event' && entry.host === 'shell',
  );
  const unused = Object.fromEntries(
    names.map(([name]) => [
      name,
      () => {
        throw new Error('not under test');
      },
    ]),
  );
  return { ...(unused as unknown as Handlers<'shell', Context>), ...change };
}

const SECRET = 'hunter2-should-never-be-echoed';
const context: Context = { who: 'test' };

async function callShell(handlers: Handlers<'shell', Context>, name: string, input: unknown) {
  const bugs: string[] = [];
  const result = await dispatch(handlers, name, input, context, {
    caller: 'renderer',
    onBug: (bugName, error) => bugs.push(`${bugName} ${String(error)}`),
  });
  return { result, bugs };
}

describe('dispatch', () => {
  it('answers with what the handler returned', async () => {
    const handlers = shellWith({ 'mail.openDraft': () => ({ isOpened: true }) });
    const { result } = await callShell(handlers, 'mail.openDraft', {
      to: 'a@b.example',
      subject: '',
      body: '',
    });
    expect(result).toEqual({ ok: true, value: { isOpened: true } });
  });

  it('mends text that is not whole before anything is done with it', async () => {
    const subjects: string[] = [];
    const handlers = shellWith({
      'mail.openDraft': ({ subject }) => {
        subjects.push(subject);
        return { isOpened: true };
      },
    });
    await callShell(handlers, 'mail.openDraft', { to: 'a@b.example', subject: 'Ada \ud83d\u0000', body: '' });
    expect(subjects).toEqual(['Ada \ufffd']);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'no.such', ''])(
    'refuses the name %j',
    async (name) => {
      const { result } = await callShell(shellWith({}), name, {});
      expect(result).toMatchObject({ ok: false, error: { code: 'not_found' } });
    },
  );

  it('refuses an event as a call', () => {
    expect(findEndpoint('record.changed')).toBeNull();
  });

  it('refuses an endpoint that only the shell may use', async () => {
    const backend = { 'store.close': () => ({}) } as unknown as Handlers<'backend', Context>;
    const result = await dispatch(backend, 'store.close', {}, context, {
      caller: 'renderer',
      onBug: () => undefined,
    });
    expect(result).toMatchObject({ ok: false, error: { code: 'not_allowed' } });
  });

  it('refuses an unknown field, and its message holds neither the field’s value nor any other', async () => {
    const { result } = await callShell(shellWith({}), 'mail.openDraft', {
      to: SECRET,
      subject: '',
      body: SECRET,
      code: SECRET,
    });
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
    expect(JSON.stringify(result)).not.toContain(SECRET);
  });

  it('passes a CallError on with its own words', async () => {
    const handlers = shellWith({
      'practice.open': () => {
        throw new CallError('refused', 'The practice window is open already.');
      },
    });
    const { result } = await callShell(handlers, 'practice.open', {});
    expect(result).toEqual({
      ok: false,
      error: { code: 'refused', message: 'The practice window is open already.' },
    });
  });

  it('hides the words of a bug and reports it', async () => {
    const handlers = shellWith({
      'practice.open': () => {
        throw new Error(SECRET);
      },
    });
    const { result, bugs } = await callShell(handlers, 'practice.open', {});
    expect(result).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(result)).not.toContain(SECRET);
    expect(bugs).toHaveLength(1);
  });

  it('does not let an answer out that the contract does not allow', async () => {
    const handlers = shellWith({
      'mail.openDraft': () => ({ isOpened: true, secret: SECRET }) as { isOpened: boolean },
    });
    const { result, bugs } = await callShell(handlers, 'mail.openDraft', {
      to: 'a@b.example',
      subject: '',
      body: '',
    });
    expect(result).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(result) + bugs.join()).not.toContain(SECRET);
  });
});
