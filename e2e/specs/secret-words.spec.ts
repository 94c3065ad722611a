import { join } from 'node:path';
import { rawBytes } from '../../electron/backend/testing/raw-pages.ts';
import { expect, test } from '../fixtures/desk.ts';
import { unprotectedKey } from '../fixtures/files.ts';
import { Console } from '../pages/console.ts';

const code = '8kTm3vQz';
const mail = `Dear customer,\nto reset the password of your device:\nSecurity code: ${code}\nValid for 24 hours.`;

test('A code in a note is held back and left out with one key', async ({ startDesk }) => {
  const desk = await startDesk({ hasCamera: false });
  const { page } = desk;
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await console.press('n');
  await expect(console.ticketHeading(1)).toBeVisible();
  const note = console.context.getByLabel('New note');
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

test('What only looks like a code is kept once the agent says so, half-typed text as well', async ({
  startDesk,
}) => {
  const { page } = await startDesk({ hasCamera: false });
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await console.press('n');
  await expect(console.ticketHeading(1)).toBeVisible();
  const note = console.context.getByLabel('New note');
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

test('A note that was taken back is in no byte of what the program keeps', async ({ startDesk }) => {
  const { page, profile, close } = await startDesk({ hasCamera: false });
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await console.press('n');
  await expect(console.ticketHeading(1)).toBeVisible();
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
