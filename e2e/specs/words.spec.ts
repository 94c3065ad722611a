import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../fixtures/desk.ts';
import { answerSaveDialogs } from '../fixtures/dialogs.ts';
import { readPdf } from '../fixtures/pdf-text.ts';
import { Console } from '../pages/console.ts';

const ADDRESS = 'support_rpwd@global.dahuatech.com';

test('A customer who speaks Spanish gets message, mail and hand-out in Spanish, and no secret leaves', async ({
  startDesk,
  owner,
}) => {
  test.slow();
  const folder = await mkdtemp(join(tmpdir(), 'resetdesk-words-'));
  const payload = owner.showResetCode();
  const desk = await startDesk({ hasCamera: false });
  const { page } = desk;
  const console = new Console(page);
  await console.createUnprotectedDatabase();

  // The shop says who it is; its name is in every message.
  await console.goTo('Settings');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Cámaras López');
  await page.getByRole('textbox', { name: 'Phone', exact: true }).fill('+34 600 111 222');
  await console.goTo('Queue');

  await console.paste({ text: payload });
  await expect(console.ticketHeading(1)).toBeVisible();
  await console.press('i');
  await expect(page.getByRole('radio', { name: 'Español' }).first()).toBeChecked();
  await console.confirmOwner();

  await test.step('a message with a gap can be read but not copied', async () => {
    await console.press('x');
    const palette = page.getByRole('dialog', { name: 'Message to the customer' });
    await palette.getByLabel('Find a message').fill('restablecido chat');
    await expect(palette).toContainText('This message cannot be sent yet');
    await expect(palette.getByRole('button', { name: 'Copy' })).toBeDisabled();
    await palette.getByLabel('Find a message').fill('camino sms');
    await expect(palette).toContainText('[E-mail address as the device shows it missing]');
    await palette.getByLabel('E-mail address as the device shows it').fill('a***@e****.com');
    await palette.getByRole('button', { name: 'Copy' }).click();
    await expect(palette).toContainText('Copied.');
    const copied = await desk.app.evaluate(({ clipboard }) => clipboard.readText());
    expect(copied).toBe(
      'Cámaras López: el código de seguridad va en camino a a***@e****.com. Mire también en la carpeta de correo no deseado (spam). Deje abierta la página del dispositivo y no lo reinicie. Caso 1.',
    );
    await console.press('Escape');
    await expect(palette).toBeHidden();
  });

  await test.step('the request leaves as a mail file with the picture', async () => {
    await console.answer('Send it by e-mail instead');
    await console.mailAddress.fill(ADDRESS.replace('rpwd', 'rpvd'));
    await expect(page.getByText(/Almost an address/)).toBeVisible();
    await console.mailAddress.fill(ADDRESS);
    await expect(page.getByText(`The vendor's texts name this address: ${ADDRESS}`)).toBeVisible();
    const file = join(folder, 'request.eml');
    await answerSaveDialogs(desk.app, file);
    await page.getByRole('button', { name: 'Save as mail file' }).click();
    await expect(page.getByText('The mail file is saved.')).toBeVisible();
    const mail = await readFile(file, 'latin1');
    expect(mail).toContain(`\r\nTo: ${ADDRESS}\r\n`);
    const [, text = '', picture = ''] = mail.split(/\r\n--rd[0-9a-f]+/);
    expect(
      text
        .slice(text.indexOf('\r\n\r\n') + 4)
        .replace(/=\r\n/g, '')
        .replace(/=3D/g, '='),
    ).toBe(payload);
    const png = Buffer.from(picture.slice(picture.indexOf('\r\n\r\n')), 'base64');
    expect(await owner.readPicture(png)).toEqual([payload]);
  });

  await console.answer('The e-mail is sent');
  const code = owner.sendToVendor(payload);
  const password = await console.finishWithCode(code);

  await test.step('the hand-out tells what to do next and holds no secret', async () => {
    const file = join(folder, 'hand-out.pdf');
    await answerSaveDialogs(desk.app, file);
    await console.press('h');
    const menu = page.getByRole('dialog', { name: 'Print for the customer' });
    await menu.getByRole('button', { name: 'Save as PDF' }).click();
    await expect(menu).toContainText('The PDF is saved.');
    const handOut = await readPdf(file);
    expect(handOut.text).toContain('Qué hacer ahora');
    expect(handOut.text).toContain('Cámaras López');
    expect(handOut.text).toContain('La dirección de correo en el dispositivo');
    for (const secret of [code, password, payload]) expect(handOut.text).not.toContain(secret);
    const millimetres = (points: number) => Math.round((points / 72) * 25.4);
    expect(handOut.pages.map(({ width, height }) => [millimetres(width), millimetres(height)])).toEqual([
      [210, 297],
    ]);

    const slip = join(folder, 'receipt.pdf');
    await answerSaveDialogs(desk.app, slip);
    await menu.getByText('Receipt', { exact: true }).click();
    await menu.getByRole('button', { name: 'Save as PDF' }).click();
    await expect(menu).toContainText('The PDF is saved.');
    await expect.poll(() => readPdf(slip).then(({ text }) => text)).toContain('Caso 1');
    const receipt = await readPdf(slip);
    expect(receipt.pages).toHaveLength(1);
    expect(millimetres(receipt.pages[0]?.width ?? 0)).toBe(80);
    for (const secret of [code, password, payload]) expect(receipt.text).not.toContain(secret);
  });
  await rm(folder, { recursive: true, force: true });
});
