import { expect, test } from '../fixtures/desk.ts';
import { Console } from '../pages/console.ts';

test('The agent changes the language and every window follows at once', async ({ startDesk }) => {
  const { app, page } = await startDesk({ hasCamera: false });
  const console = new Console(page);
  const heading = (name: string) => page.getByRole('heading', { name, level: 1 });
  await console.createUnprotectedDatabase();
  await console.startTicket(1);

  await console.goTo('Settings');
  await page.getByText('Español', { exact: true }).click();
  await expect(heading('Ajustes')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');

  const opened = app.waitForEvent('window');
  await page.getByRole('button', { name: 'Practicar' }).click();
  const practice = await opened;
  await expect(practice).toHaveTitle('Dispositivo de práctica - ResetDesk');
  await expect(practice.getByRole('heading', { name: 'Práctica: nada de esto es real' })).toBeVisible();

  await page.bringToFront();
  await page.getByRole('link', { name: 'Cola' }).click();
  await expect(heading('Cola')).toBeVisible();
  await page.getByRole('grid').getByRole('link').click();
  await expect(heading('Caso 1')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Paso actual' })).toContainText('Diga');
  await console.press('s');
  await expect(page.getByRole('dialog', { name: 'Escanear un código' })).toBeVisible();
  await console.press('Escape');

  await page.getByRole('link', { name: 'Ajustes' }).click();
  await page.getByText('English', { exact: true }).click();
  await expect(heading('Settings')).toBeVisible();
  await expect(practice).toHaveTitle('Practice device - ResetDesk');
});

test('A computer in Spanish is greeted in Spanish', async ({ startDesk }) => {
  const { page } = await startDesk({ hasCamera: false, computerLanguage: 'es' });
  await expect(page.getByRole('heading', { name: 'Proteja sus registros' })).toBeVisible();
});

test('What is refused is told in the language of the window', async ({ startDesk }) => {
  const { page } = await startDesk({ hasCamera: false });
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await console.press('n');
  await console.enterSerial('4G0A1B2PAZ0001');
  await expect(console.context.getByText('4G0A1B2PAZ0001')).toBeVisible();
  await console.closeAs('The customer gives up');
  await console.goTo('Queue');
  await console.press('n');
  await console.enterSerial('4G0A1B2PAZ0001');
  await expect(console.context.getByText('4G0A1B2PAZ0001')).toBeVisible();

  await console.goTo('Settings');
  await page.getByText('Español', { exact: true }).click();
  await page.getByRole('link', { name: 'Cola' }).click();
  await page.getByRole('tab', { name: /^Cerrados/ }).click();
  await page.getByRole('grid').getByRole('link').click();
  await page.getByRole('button', { name: 'Abrir de nuevo' }).click();
  const notice = page.getByRole('alert').filter({ hasText: 'Eso no es posible ahora' });
  await expect(notice).toContainText('El dispositivo tiene otro caso abierto.');
});
