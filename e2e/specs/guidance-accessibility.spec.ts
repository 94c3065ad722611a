import { expectAccessible } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/desk.ts';
import { Console } from '../pages/console.ts';

const SERIAL = '4K002C6PAJA49A7';

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing where an agent is guided, in the ${theme} theme`, async ({ startDesk, owner }) => {
    test.slow();
    const { page } = await startDesk({ hasCamera: false });
    const console = new Console(page);
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await console.createUnprotectedDatabase();

    await console.goTo('Settings');
    await page.getByRole('button', { name: 'Show all procedures' }).click();
    await expectAccessible(page, 'procedures and checklist');
    await console.goTo('Messages');
    await page.getByRole('button', { name: 'New message' }).click();
    await expectAccessible(page, 'message editor');

    await console.goTo('Queue');
    await console.press('n');
    await console.answer('E-mail account unknown or out of reach');
    await expectAccessible(page, 'a failure branch');
    await console.press('o');
    await expect(console.routes).toBeVisible();
    await expectAccessible(page, 'chooser with a question');
    await console.press('w');
    await expectAccessible(page, 'chooser, why ways are left out');
    await console.press('Escape');
    await page.getByRole('button', { name: 'Close ticket' }).click();
    await page.getByRole('menuitem', { name: 'Ownership was not shown' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page, 'why ownership is not accepted');
    await console.press('Escape', 'Escape');

    await console.paste({ text: owner.showResetCode() });
    await console.confirmOwner();
    await expect(console.cleanCode).toBeVisible();
    await console.enterSerial(SERIAL);
    await console.answer('DMSS reports success');
    await console.answer('The code has arrived');
    await console.answer('The device is locked');
    await expectAccessible(page, 'locked device');
    await page.getByRole('button', { name: 'Close ticket' }).click();
    await page.getByRole('menuitem', { name: 'The customer gives up' }).click();
    await console.paste({ text: owner.showResetCode() });
    await console.confirmOwner();
    await expect(console.cleanCode).toBeVisible();
    await console.enterSerial(SERIAL);
    await expect(page.getByText('Other tickets of this device count too')).toBeVisible();
    await console.press('w');
    await expectAccessible(page, 'limits that other tickets used, and sources');
    await console.answer('DMSS reports success');
    await console.answer('The code has arrived');
    await console.securityCode.fill('aB3lO0Z2');
    await page.keyboard.press('Escape');
    await console.press('p');
    await expectAccessible(page, 'spelling');
    await console.press('l');
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page, 'large type');
  });
}

test('axe finds nothing in Spanish', async ({ startDesk, owner }) => {
  test.slow();
  const { page } = await startDesk({ hasCamera: false, computerLanguage: 'es' });
  const console = new Console(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page, 'first start');
  await page.getByRole('radio', { name: 'Sin protección en esta computadora' }).check();
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Crear la base de datos' }).click();
  await expect(page.getByRole('heading', { name: '¿Quién trabaja aquí?' })).toBeVisible();
  await expectAccessible(page, 'who works here');
  await page.getByLabel('Su nombre').fill('Ana');
  await console.press('Enter');
  await expect(page.getByRole('heading', { name: 'Cola', level: 1 })).toBeVisible();
  await expectAccessible(page, 'queue');

  await console.paste({ text: owner.showResetCode() });
  await expect(page.getByRole('heading', { name: 'Caso 1', level: 1 })).toBeVisible();
  await expectAccessible(page, 'ticket');
  await console.press('o');
  await expectAccessible(page, 'chooser');
  await console.press('Escape');
  for (const name of ['Clientes', 'Dispositivos', 'Mensajes', 'Ajustes']) {
    await page.getByRole('navigation').getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
    await expectAccessible(page, name);
  }
  await console.press('Control+l');
  await expect(page.getByRole('heading', { name: 'El puesto está bloqueado' })).toBeVisible();
  await expectAccessible(page, 'locked');
});
