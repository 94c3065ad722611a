import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import type { Handlers } from '../../core/contract/dispatch.ts';
import type { WindowKind } from '../../core/contract/endpoint.ts';
import { callAnswerer, type ShellContext } from './ipc.ts';

const OWN_FRAME = { parent: null, url: 'app://resetdesk/index.html' };

const printed = { document: { kind: 'testPage', language: 'es', paper: 'a4' }, paper: 'a4' };

function setUp(window: WindowKind | null = 'console', isDeskOpen = true, actor = 'Kim') {
  const forwarded: unknown[] = [];
  const shell = {
    'practice.open': () => ({}),
    'region.cancel': () => ({}),
    'print.getDocument': () => printed,
    'practice.photographConsole': () => {
      throw new Error('reached');
    },
  };
  const answer = callAnswerer({
    handlers: shell as unknown as Handlers<'shell', ShellContext>,
    backend: {
      call: async (name, _input, actor) => {
        forwarded.push([name, actor]);
        return { ok: true, value: {} };
      },
    },
    actor: () => actor,
    isDeskOpen: () => isDeskOpen,
    onCommand: () => undefined,
    kindOf: () => window,
    log: { error: () => undefined },
  });
  const call = (message: unknown, frame: unknown = OWN_FRAME) =>
    answer({ sender: {} as WebContents, senderFrame: frame } as IpcMainInvokeEvent, message);
  return { call, forwarded };
}

const REFUSED = { ok: false, error: { code: 'not_allowed' } };

describe('a call over ipc', () => {
  it('of the shell is answered here, of the backend is forwarded with the actor', async () => {
    const { call, forwarded } = setUp();
    expect(await call({ name: 'practice.open', input: {} })).toEqual({ ok: true, value: {} });
    expect(await call({ name: 'ticket.list', input: {} })).toEqual({ ok: true, value: {} });
    expect(forwarded).toEqual([['ticket.list', 'Kim']]);
  });

  it.each([
    ['a frame inside the page', { parent: OWN_FRAME, url: OWN_FRAME.url }],
    ['a page that is not ours', { parent: null, url: 'https://resetdesk.example/' }],
    ['a page that only begins like ours', { parent: null, url: 'app://resetdesk.example/' }],
    ['a frame that is gone', null],
  ])('of %s is refused', async (_who, frame) => {
    const { call, forwarded } = setUp();
    expect(await call({ name: 'ticket.list', input: {} }, frame)).toMatchObject(REFUSED);
    expect(forwarded).toEqual([]);
  });

  it('of a window that is not one of the two is refused', async () => {
    expect(await setUp(null).call({ name: 'ticket.list', input: {} })).toMatchObject(REFUSED);
  });

  it.each(['store.open', 'store.close'])('to %s, which is for main alone, is refused', async (name) => {
    const { call, forwarded } = setUp();
    expect(await call({ name, input: {} })).toMatchObject(REFUSED);
    expect(forwarded).toEqual([]);
  });

  it.each([[null], ['ticket.list'], [{ name: 5, input: {} }], [{ name: 'ticket.list', input: {}, more: 1 }]])(
    'in the form %j is refused',
    async (message) => {
      expect(await setUp().call(message)).toMatchObject(REFUSED);
    },
  );

  it('of the practice window reaches no record', async () => {
    const { call, forwarded } = setUp('practice');
    expect(await call({ name: 'ticket.list', input: {} })).toMatchObject(REFUSED);
    expect(await call({ name: 'vault.unlock', input: { passphrase: 'x' } })).toMatchObject(REFUSED);
    expect(forwarded).toEqual([]);
  });

  it('of a frozen screen reaches its own calls and nothing else', async () => {
    const { call, forwarded } = setUp('region');
    expect(await call({ name: 'region.cancel', input: {} })).toEqual({ ok: true, value: {} });
    for (const name of ['ticket.list', 'capture.grabScreens', 'settings.update', 'practice.open']) {
      expect(await call({ name, input: {} })).toMatchObject(REFUSED);
    }
    expect(forwarded).toEqual([]);
  });

  it('of a page that is printed reaches its document and nothing else', async () => {
    const { call, forwarded } = setUp('print');
    expect(await call({ name: 'print.getDocument', input: {} })).toEqual({ ok: true, value: printed });
    for (const name of ['ticket.get', 'print.savePdf', 'mail.makeFile', 'settings.update']) {
      expect(await call({ name, input: {} })).toMatchObject(REFUSED);
    }
    expect(forwarded).toEqual([]);
    expect(await setUp('console').call({ name: 'print.getDocument', input: {} })).toMatchObject(REFUSED);
  });

  it.each(['console', 'practice'] as const)(
    'for a frozen screen is refused to the %s window',
    async (window) => {
      expect(await setUp(window).call({ name: 'region.cancel', input: {} })).toMatchObject(REFUSED);
    },
  );

  it('for a photograph of the console is for the practice window alone', async () => {
    const message = { name: 'practice.photographConsole', input: {} };
    expect(await setUp('console').call(message)).toMatchObject(REFUSED);
    expect(await setUp('practice').call(message)).toMatchObject({ ok: false, error: { code: 'internal' } });
  });
});

describe('a locked desk', () => {
  it.each([
    'ticket.list',
    'ticket.open',
    'draft.put',
    'settings.update',
    'capture.grabScreens',
    'vault.makeRecoveryKey',
    'vault.restoreFile',
    'practice.open',
  ])('refuses %s', async (name) => {
    const { call, forwarded } = setUp('console', false);
    expect(await call({ name, input: {} })).toMatchObject({ ok: false, error: { code: 'store_locked' } });
    expect(forwarded).toEqual([]);
  });

  it('refuses the practice window too', async () => {
    const { call } = setUp('practice', false);
    expect(await call({ name: 'playbook.list', input: {} })).toMatchObject({ ok: false });
  });
});

describe('a desk whose agent has not said who they are', () => {
  it('can be read, but nothing is done that nobody would have done', async () => {
    const { call, forwarded } = setUp('console', true, '');
    expect(await call({ name: 'ticket.open', input: { by: 'hand' } })).toMatchObject({
      error: { code: 'refused' },
    });
    expect(await call({ name: 'ticket.list', input: {} })).toMatchObject({ ok: true });
    expect(forwarded).toEqual([['ticket.list', '']]);
  });
});
