import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallInput, CallName } from '../../../core/contract/contract.ts';
import { secretRefusal } from '../../../core/privacy/kept-words.ts';
import { vendorMails } from '../../../core/privacy/vendor-mails.fixture.ts';
import { openTestDesk, type TestDesk, temporaryFolder } from '../testing/test-desk.ts';

const code = '8kTm3vQz';
const secret = `code ${code}`;
const refused = { code: 'refused', message: secretRefusal().message };

let folder: ReturnType<typeof temporaryFolder>;
let desk: TestDesk;
let ticketId: string;
let customerId: string;
beforeEach(async () => {
  folder = temporaryFolder();
  desk = await openTestDesk(folder.file);
  const { ticket } = await desk.call('ticket.open', { by: 'hand' });
  ticketId = ticket.id;
  const named = await desk.call('customer.create', { ticketId, name: 'Anna', phones: [], emails: [] });
  customerId = named.ticket.customer?.id ?? '';
});
afterEach(async () => {
  await desk.close();
  folder.remove();
});

type Attempt = readonly [CallName, () => Promise<unknown>];

function attempt<Name extends CallName>(name: Name, input: () => CallInput<Name>): Attempt {
  return [name, () => desk.call(name, input())];
}

const change = (customer: Partial<CallInput<'customer.update'>['change']>) =>
  attempt('customer.update', () => ({ customerId, version: 1, change: customer }));
const device = { serial: 'SERIAL0001', deviceKind: 'recorder', model: secret } as const;
const shop = (words: CallInput<'desk.updateSettings'>['change']) =>
  attempt('desk.updateSettings', () => ({ version: 0, change: words }));

/** Every place where text that somebody typed is kept. */
const attempts: readonly Attempt[] = [
  attempt('ticket.addNote', () => ({ ticketId, text: secret })),
  attempt('ticket.setTags', () => ({ ticketId, tags: ['shop', secret] })),
  attempt('ticket.assign', () => ({ ticketId, assignee: secret })),
  attempt('ticket.close', () => ({ ticketId, outcome: 'refused', refusalReason: secret })),
  attempt('ticket.recordOwnership', () => ({ ticketId, evidence: [], ownEvidence: [secret] })),
  attempt('ticket.open', () => ({ by: 'serial', ...device })),
  attempt('ticket.attachDevice', () => ({ ticketId, ...device })),
  attempt('customer.create', () => ({ ticketId, name: secret, phones: [], emails: [] })),
  change({ name: secret }),
  change({ phones: [secret] }),
  change({ notes: secret }),
  attempt('customer.erase', () => ({ customerId, nameInstead: secret })),
  attempt('site.create', () => ({ customerId, name: secret, address: '' })),
  attempt('site.create', () => ({ customerId, name: '', address: secret })),
  attempt('attachment.add', () => ({ ticketId, name: `${secret}.png`, content: Uint8Array.of(1) })),
  attempt('draft.put', () => ({ scope: ticketId, field: 'note', text: secret })),
  attempt('draft.put', () => ({ scope: 'desk', field: 'customerSearch', text: secret })),
  shop({ shop: { address: secret } }),
  shop({ checklist: [{ kind: 'own', words: secret, isRequired: false }] }),
];

describe('a text that holds a secret', () => {
  it.each(attempts)('is refused by %s %#', async (_, run) => {
    await expect(run()).rejects.toMatchObject(refused);
  });

  it.each(attempts)('is kept by %s once the agent has said that it is none %#', async (_, run) => {
    await desk.call('words.allow', { fragments: [code, `${code}.png`] });
    await run().catch((error: unknown) => {
      // Some may be refused for another reason.
      expect(error).not.toMatchObject(refused);
    });
  });

  it.each(vendorMails(code))('is never kept where it is the mail with the code: %s', async (_, text) => {
    await desk.call('words.allow', { fragments: [code] });
    await expect(desk.call('ticket.addNote', { ticketId, text })).rejects.toMatchObject(refused);
  });

  it('is asked about again after the desk was closed', async () => {
    await desk.call('words.allow', { fragments: [code] });
    await desk.close();
    await desk.backend.openStore(folder.file, 'c0'.repeat(32));
    await expect(desk.call('ticket.addNote', { ticketId, text: secret })).rejects.toMatchObject(refused);
  });
});
