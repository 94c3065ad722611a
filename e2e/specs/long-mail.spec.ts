import { readFile } from 'node:fs/promises';
import type * as Electron from 'electron';
import { expect, test } from '../fixtures/desk.ts';
import { answerSaveDialogs } from '../fixtures/dialogs.ts';
import { Console } from '../pages/console.ts';

/** Each letter takes six characters of an address. */
const LETTERS = 'Щ'.repeat(400);

test('A mail that is too long for the mail program is offered as a file, and arrives whole', async ({
  startDesk,
}, info) => {
  const desk = await startDesk({ hasCamera: false });
  const { page, app } = desk;
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await app.evaluate(({ shell }: typeof Electron) => {
    const opened: string[] = [];
    Object.assign(globalThis, { openedOutside: opened });
    shell.openExternal = async (url) => void opened.push(url);
    shell.openPath = async (path) => {
      opened.push(path);
      return '';
    };
  });
  await page.evaluate(
    (text) =>
      window.resetdesk.call('template.save', {
        version: 0,
        template: {
          id: 'own-words',
          moment: 'other',
          channel: 'mail',
          name: { en: 'Long words', es: 'Palabras largas' },
          subject: { en: 'About your recorder', es: 'Sobre su grabador' },
          text: { en: text, es: text },
        },
      }),
    LETTERS,
  );
  await console.startTicket(1);
  await console.enterCustomer('Anna Berg', '+34 900 555 014');
  await console.edit('Caller', 'Mail address');
  await console.context.getByLabel('Mail address').fill('anna@example.com');
  await console.press('Enter');
  await console.stepHeading.click();
  await console.press('x');
  const palette = page.getByRole('dialog', { name: 'Message to the customer' });
  await palette.getByLabel('Find a message').fill('long words');
  await expect(palette).toContainText('Too long for the usual way into the mail program: 2');
  await expect(palette.getByRole('button', { name: 'Open in the mail program' })).toHaveCount(0);

  const file = info.outputPath('message.eml');
  await answerSaveDialogs(app, file);
  await palette.getByRole('button', { name: 'Save mail file…' }).click();
  await expect(palette).toContainText('The mail file is saved.');
  expect(lettersIn(await readFile(file, 'latin1'))).toBe(400);

  await palette.getByRole('button', { name: 'Open as mail file' }).click();
  const opened = () => app.evaluate(() => Reflect.get(globalThis, 'openedOutside') as readonly string[]);
  await expect.poll(opened).toEqual([expect.stringMatching(/message-[0-9a-f]+\.eml$/)]);
  expect(lettersIn(await readFile((await opened())[0] ?? '', 'latin1'))).toBe(400);
});

/** Of the long text in a mail file, which is in quoted-printable. */
function lettersIn(mail: string): number {
  return mail.replace(/=\r\n/g, '').match(/=D0=A9/g)?.length ?? 0;
}
