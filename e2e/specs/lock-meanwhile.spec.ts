import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as Electron from 'electron';
import type { Page } from 'playwright/test';
import { type Desk, expect, test } from '../fixtures/desk.ts';
import { answerSaveDialogs } from '../fixtures/dialogs.ts';
import { unprotectedKey } from '../fixtures/files.ts';
import { fillWithTickets } from '../fixtures/many-tickets.ts';
import { Console } from '../pages/console.ts';
import { PracticeWindow } from '../pages/practice-window.ts';

test('A dialog for a file that stands before a locked desk writes nothing, and the practice device goes with the desk', async ({
  startDesk,
}, testInfo) => {
  const desk = await startDesk({ hasCamera: false });
  const { page } = desk;
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await PracticeWindow.open(desk.app, page);
  await expect.poll(() => isPracticeShown(desk)).toBe(true);
  await console.startTicket(1);

  const file = testInfo.outputPath('receipt.pdf');
  await holdSaveDialogs(desk, file);
  await console.press('h');
  const menu = page.getByRole('dialog', { name: 'Print for the customer' });
  await menu.getByRole('button', { name: 'Save as PDF' }).click();
  await expect.poll(() => openDialogs(desk)).toBe(1);

  await console.press('Control+l');
  await expect(page.getByRole('heading', { name: 'The desk is locked' })).toBeVisible();
  await expect.poll(() => isPracticeShown(desk)).toBe(false);
  await openAgain(page);
  await expect(console.ticketHeading(1)).toBeVisible();
  await expect.poll(() => isPracticeShown(desk)).toBe(true);
  // Somebody comes to the dialog at last, or the one who has opened the desk meanwhile closes it.
  await closeDialogs(desk);
  await console.press('h');
  await answerSaveDialogs(desk.app, testInfo.outputPath('later.pdf'));
  await menu.getByRole('button', { name: 'Save as PDF' }).click();
  await expect(menu).toContainText('The PDF is saved.');
  expect(await readdir(testInfo.outputPath())).toEqual(['later.pdf']);
});

test('An export that is under way when the desk locks ends whole, and the desk opens behind it', async ({
  startDesk,
}, testInfo) => {
  test.slow();
  const first = await startDesk({ hasCamera: false });
  await new Console(first.page).createUnprotectedDatabase();
  await first.close();
  const tickets = 40_000;
  await fillWithTickets(join(first.profile, 'resetdesk.db'), await unprotectedKey(first.profile), tickets);

  const desk = await startDesk({ hasCamera: false, profile: first.profile });
  const { page } = desk;
  const console = new Console(page);
  await expect(console.queueHeading).toBeVisible();
  await console.goTo('Settings');
  await page.getByLabel('What to export').selectOption('tickets');
  const file = testInfo.outputPath('tickets.csv');
  await answerSaveDialogs(desk.app, file);
  await page.getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible();
  await console.press('Control+l');
  await expect(page.getByRole('heading', { name: 'The desk is locked' })).toBeVisible();
  await openAgain(page);
  expect((await readFile(file, 'utf8')).trimEnd().split('\n')).toHaveLength(tickets + 1);
  expect(await readdir(testInfo.outputPath())).toEqual(['tickets.csv']);
});

test('What is typed into the small forms of the desk is there again behind a lock', async ({ startDesk }) => {
  const desk = await startDesk({ hasCamera: false });
  const { page } = desk;
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await console.startTicket(1);

  const tag = console.context.getByLabel('Tags');
  await tag.pressSequentially('warran');
  await lockAndOpen(page);
  await expect(tag).toHaveValue('warran');
  await tag.press('Enter');
  await expect(tag).toHaveValue('');
  await lockAndOpen(page);
  await expect(page.getByText('warran', { exact: true })).toBeVisible();
  await expect(tag).toHaveValue('');

  await console.goTo('Settings');
  const proof = page.getByLabel('A proof of your own');
  await proof.pressSequentially('Knows the contract num');
  await lockAndOpen(page);
  await expect(proof).toHaveValue('Knows the contract num');
  await proof.press('Enter');
  await expect(proof).toHaveValue('');

  await console.goTo('Queue');
  const views = page.getByRole('button', { name: 'Views' });
  const newView = page.getByRole('textbox', { name: 'Save this view' });
  await views.click();
  await newView.pressSequentially('Mornings');
  await lockAndOpen(page);
  // Where the agent was, and not at the ticket before.
  await expect(console.queueHeading).toBeVisible();
  await views.click();
  await expect(newView).toHaveValue('Mornings');
  await newView.press('Enter');
  await expect(newView).toHaveValue('');
  await page.getByRole('button', { name: 'Rename Mornings' }).click();
  const otherName = page.getByRole('textbox', { name: 'Rename Mornings' });
  await otherName.fill('Early mor');
  await lockAndOpen(page);
  await views.click();
  await expect(otherName).toHaveValue('Early mor');
  await otherName.press('Enter');
  await expect(page.getByRole('button', { name: 'Rename Early mor' })).toBeVisible();
  await expect(otherName).toBeHidden();
});

async function lockAndOpen(page: Page): Promise<void> {
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: 'The desk is locked' })).toBeVisible();
  await openAgain(page);
}

/** Where no passphrase protects it. */
async function openAgain(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the desk' }).click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible({ timeout: 30_000 });
}

function isPracticeShown(desk: Desk): Promise<boolean> {
  return desk.app.evaluate(({ BrowserWindow }: typeof Electron) =>
    BrowserWindow.getAllWindows().some(
      (window) => window.webContents.getURL().includes('practice.html') && window.isVisible(),
    ),
  );
}

/** "Save as" dialogs stay open until they are closed, all with this file. */
async function holdSaveDialogs(desk: Desk, filePath: string): Promise<void> {
  await desk.app.evaluate(({ dialog }: typeof Electron, path) => {
    const held: (() => void)[] = [];
    Object.assign(globalThis, { heldDialogs: held });
    dialog.showSaveDialog = () =>
      new Promise((resolve) => held.push(() => resolve({ canceled: false, filePath: path })));
  }, filePath);
}

function openDialogs(desk: Desk): Promise<number> {
  return desk.app.evaluate(() => (Reflect.get(globalThis, 'heldDialogs') as unknown[]).length);
}

async function closeDialogs(desk: Desk): Promise<void> {
  await desk.app.evaluate(() => {
    for (const close of Reflect.get(globalThis, 'heldDialogs') as (() => void)[]) close();
  });
}
