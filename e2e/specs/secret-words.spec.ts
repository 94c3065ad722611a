import { join } from 'node:path';
import { rawBytes } from '../../electron/backend/testing/raw-pages.ts';
import { type Desk, expect, test } from '../fixtures/desk.ts';
import { unprotectedKey } from '../fixtures/files.ts';
import { Console } from '../pages/console.ts';

const code = '8kTm3vQz';
const mail = `Dear customer,\nto reset the password of your device:\nSecurity code: ${code}\nValid for 24 hours.`;

test('A code in a note is held back and left out with one key', async ({ startDesk }) => {
  const { page, console, note } = await startTicketWithNote(() => startDesk({ hasCamera: false }));
  await note.fill(mail);
  const notice = page.getByRole('alert').filter({ hasText: 'This is the mail with the security code' });
  await expect(notice).toBeVisible();
  // Of the vendor's mail nobody can say that it is no secret.
  await expect(notice.getByRole('button', { name: 'It is no secret' })).toHaveCount(0);
  await note.press('Enter');
  await expect(console.context.getByText('Those are kept nowhere')).toBeVisible();
  await expect(console.context.getByRole('listitem').filter({ hasText: 'Dear customer' })).toHaveCount(0);

  await note.press('F8');
  await expect(note).toHaveValue(mail.replace(code, '•••'));
  await expect(notice).toHaveCount(0);
  await expect(note).toBeFocused();
  await note.press('Enter');
  await expect(console.context.getByRole('listitem').filter({ hasText: '•••' })).toBeVisible();
});

test('Where the desk locks or the window goes, a text that is held back is kept without what held it back', async ({
  startDesk,
}) => {
  const { page, console, note } = await startTicketWithNote(() => startDesk({ hasCamera: false }));
  const lockAndOpen = async () => {
    await page.keyboard.press('Control+l');
    await page.getByRole('button', { name: 'Open the desk' }).click();
  };
  for (const leave of [lockAndOpen, () => page.reload()]) {
    for (const [text, kept] of [
      ['Call back at noon. Locker code: 482913', 'Call back at noon. Locker code: •••'],
      [mail, mail.replace(code, '•••')],
      ['Nothing to hide', 'Nothing to hide'],
    ] as const) {
      await note.fill(text);
      await leave();
      await expect(console.ticketHeading(1)).toBeVisible({ timeout: 30_000 });
      await expect(note).toHaveValue(kept);
    }
  }
});

test('A text that was held back and then mended is not overwritten by what it was', async ({ startDesk }) => {
  const { page, console, note } = await startTicketWithNote(() => startDesk({ hasCamera: false }));
  await note.fill('Locker code: 482913, gate 5');
  await expect(page.getByRole('alert').filter({ hasText: 'This looks like a code' })).toBeVisible();
  await console.goTo('Queue');
  await console.openTicket(1);
  await note.click();
  await note.press('End');
  await note.press('Backspace');
  await page.keyboard.type('6');
  await note.press('F9');
  // The third try to store what waited in the first field would come now.
  await page.waitForTimeout(5000);
  await page.reload();
  await expect(note).toHaveValue('Locker code: 482913, gate 6');
});

test('What only looks like a code is kept once the agent says so, half-typed text as well', async ({
  startDesk,
}) => {
  const { page, console, note } = await startTicketWithNote(() => startDesk({ hasCamera: false }));
  await note.fill('Locker code: 482913');
  const notice = page.getByRole('alert').filter({ hasText: 'This looks like a code' });
  await expect(notice).toBeVisible();
  await note.press('F9');
  await expect(notice).toHaveCount(0);
  await expect
    .poll(async () => {
      await page.reload();
      await expect(console.ticketHeading(1)).toBeVisible();
      return console.context.getByLabel('New note').inputValue();
    })
    .toBe('Locker code: 482913');
  await expect(console.context.getByLabel('New note')).toHaveValue('Locker code: 482913');
  await console.context.getByLabel('New note').press('Enter');
  await expect(console.context.getByRole('listitem').filter({ hasText: '482913' })).toBeVisible();
});

test('In a small window the question about a field that is out of sight covers no answer', async ({
  startDesk,
}) => {
  const { page } = await startDesk({ hasCamera: false });
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await page.setViewportSize({ width: 1024, height: 640 });
  await console.startTicket(1);
  await console.press('m');
  await console.context.getByLabel('New note').fill(mail);
  const leaveOut = page.getByRole('alert').getByRole('button', { name: 'Leave it out' });
  await expect(leaveOut).toBeInViewport({ ratio: 1 });
  // The column lies over the step here, until it is put away.
  await page.getByRole('button', { name: 'Customer and device', exact: true }).click();
  await expect(console.context).toBeHidden();
  await expect(leaveOut).toBeInViewport({ ratio: 1 });
  // A click is refused where something else lies over the button.
  await console.answer('Ownership not shown');
  await expect(console.stepHeading).not.toHaveText('Who is calling?');
  await console.press('F8');
  await page.getByRole('button', { name: 'Customer and device', exact: true }).click();
  await expect(console.context.getByLabel('New note')).toHaveValue(mail.replace(code, '•••'));
});

test('A plain password is asked about for as long as it stands there, also when the agent comes back to it', async ({
  startDesk,
}) => {
  const { page } = await startDesk({ hasCamera: false });
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await console.startTicket(1);
  const notice = page.getByRole('alert').filter({ hasText: 'This looks like a password' });
  for (const [label, text] of [
    ['New note', 'New password is Sunflower'],
    ['Tags', 'pw: sunflower9'],
  ] as const) {
    const field = console.context.getByLabel(label);
    await field.fill(text);
    await expect(notice).toBeVisible();
    // Whoever leaves the page has the half-typed text saved at once, where it may be.
    await console.goTo('Queue');
    await console.openTicket(1);
    await expect(field).toHaveValue(text);
    await field.focus();
    await expect(notice).toBeVisible();
    await field.press('Enter');
    await expect(console.context.getByText('Those are kept nowhere').first()).toBeVisible();
    await expect(field).toHaveValue(text);
  }
  await page.reload();
  await expect(console.ticketHeading(1)).toBeVisible();
  await expect(console.context.getByLabel('New note')).toHaveValue('New password is •••');
  await expect(console.context.getByText(/sunflower/i)).toHaveCount(0);
});

test('A note that was taken back is in no byte of what the program keeps', async ({ startDesk }) => {
  const { page, profile, close } = await startDesk({ hasCamera: false });
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await console.startTicket(1);
  const words = ['Mondaufgang', 'Sternwarte'];
  const key = await unprotectedKey(profile);
  const found = () => {
    const bytes = rawBytes(join(profile, 'resetdesk.db'), key);
    return words.filter((word) => bytes.includes(word));
  };
  const note = console.context.getByLabel('New note');
  await note.fill(words.join(' '));
  await note.press('Enter');
  const kept = console.context.getByRole('listitem').filter({ hasText: 'Mondaufgang' });
  await expect(kept).toBeVisible();
  expect(found()).toEqual(words);
  await console.press('Escape', 'Control+z');
  await expect(kept).toHaveCount(0);
  await expect.poll(found).toEqual([]);
  await close();
  expect(found()).toEqual([]);
});

/** A new ticket of a desk without a passphrase, and the field for its notes. */
async function startTicketWithNote(startDesk: () => Promise<Desk>) {
  const { page } = await startDesk();
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await console.startTicket(1);
  return { page, console, note: console.context.getByLabel('New note') };
}
