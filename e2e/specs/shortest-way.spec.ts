import { type Desk, type DeskOptions, expect, test } from '../fixtures/desk.ts';
import { Hands } from '../fixtures/hands.ts';
import { pullTrigger } from '../fixtures/usb-scanner.ts';
import { XServer } from '../fixtures/x-server.ts';
import { Console } from '../pages/console.ts';
import { PracticeWindow } from '../pages/practice-window.ts';

type Bench = {
  readonly desk: Desk;
  readonly console: Console;
  readonly practice: PracticeWindow;
  readonly label: string;
};

/** A recorder that was here before, with its owner; it shows its reset code, and the agent is at the queue. */
async function meetAgain(startDesk: (options: DeskOptions) => Promise<Desk>): Promise<Bench> {
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  const practice = await PracticeWindow.open(desk.app, desk.page);
  await practice.showResetCode();
  const label = `{SN:${await practice.serial()},DT:PRACTICE-NVR}`;
  await desk.page.bringToFront();
  await pullTrigger(desk.page, label);
  await expect(console.ticketHeading(1)).toBeVisible();
  await console.enterCustomer('Maria González', '+34 900 555 014');
  await desk.page.getByRole('button', { name: 'Close ticket' }).click();
  await desk.page.getByRole('menuitem', { name: 'Sent to another route or to the vendor' }).click();
  await expect(desk.page.getByRole('button', { name: 'Open it again' })).toBeVisible();
  await console.goTo('Queue');
  await expect(console.queueHeading).toBeVisible();
  return { desk, console, practice, label };
}

test("A returning customer's reset takes nine key actions and the code", async ({ startDesk, display }) => {
  const { desk, console, practice, label } = await meetAgain(startDesk);
  const keyboard = await XServer.connect(display);
  const hands = new Hands(desk.page);

  await pullTrigger(desk.page, label);
  await expect(console.ticketHeading(2)).toBeVisible();
  await expect(console.card('Caller')).toContainText('Maria González');
  await hands.pressHotkey(keyboard);
  await expect(desk.page.getByText(/Reset code read/)).toBeVisible();
  await hands.press('k');
  await hands.press('Enter');
  await expect(console.cleanCode).toBeVisible();
  await practice.scanConsoleWithPhone();
  const code = (await practice.securityCode.textContent()) ?? '';
  await desk.page.bringToFront();
  await hands.press('Enter');
  await expect(console.stepHeading).toHaveText('Wait for the code');
  await hands.press('Enter');
  await expect(console.securityCode).toBeFocused();
  await hands.typeCode(code);
  await practice.enterCode(code);
  await hands.press('Enter');
  await expect(console.stepHeading).toHaveText('Set the new password');
  await hands.press('Enter');
  await expect(console.stepHeading).toHaveText('Log in with the new password');
  await hands.press('Enter');
  await expect(console.stepHeading).toHaveText('Bring everything up to date');
  await hands.press('Enter');
  await expect(console.stepHeading).toHaveText('Solved');
  expect(hands.keys).toBeLessThanOrEqual(9);
  keyboard.close();
});

test("A returning customer's reset takes twelve clicks at most", async ({ startDesk }) => {
  const { desk, console, practice, label } = await meetAgain(startDesk);
  const hands = new Hands(desk.page);
  const { page } = desk;
  const answers = page.getByRole('region', { name: 'What happened?' });
  const answer = (name: string) => hands.click(answers.getByRole('button', { name, exact: true }));

  await pullTrigger(page, label);
  await expect(console.ticketHeading(2)).toBeVisible();
  await hands.click(page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Scan' }));
  await hands.click(console.scanner.getByRole('tab', { name: 'Screen' }));
  await hands.click(console.scanner.getByRole('button', { name: 'Scan all screens' }));
  await expect(page.getByText(/Reset code read/)).toBeVisible();
  await hands.click(page.getByRole('checkbox', { name: /known/i }));
  await answer('Owner confirmed');
  await expect(console.cleanCode).toBeVisible();
  await practice.scanConsoleWithPhone();
  const code = (await practice.securityCode.textContent()) ?? '';
  await page.bringToFront();
  await answer('DMSS reports success');
  await answer('The code has arrived');
  await expect(console.securityCode).toBeFocused();
  await page.keyboard.insertText(code);
  await answer('The device accepts it');
  await answer('Saved');
  await answer('The login works');
  await answer('Done, close the ticket');
  await expect(console.stepHeading).toHaveText('Solved');
  expect(hands.clicks).toBeLessThanOrEqual(12);
});

test("A new customer's reset takes sixteen key actions at most, and what is typed", async ({
  startDesk,
  display,
}) => {
  const desk = await startDesk({ hasCamera: false });
  const { page } = desk;
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  const practice = await PracticeWindow.open(desk.app, page);
  await practice.showResetCode();
  const serial = await practice.serial();
  await page.bringToFront();
  const keyboard = await XServer.connect(display);
  const hands = new Hands(page);

  await hands.pressHotkey(keyboard);
  await expect(console.stepHeading).toHaveText('Who is calling?');
  await hands.press('c');
  await expect(console.callerLine).toBeFocused();
  await page.keyboard.type(`Maria González +34 900 555 014 maria@example.com ${serial.toLowerCase()}`);
  const understood = page.getByRole('list', { name: 'Read from the line' }).getByRole('listitem');
  await expect(understood).toHaveText([
    'Name: Maria González',
    'Phone: +34 900 555 014',
    'Mail address: maria@example.com',
    `Serial number: ${serial.toUpperCase()}`,
  ]);
  await hands.press('Enter');
  await expect(console.card('Caller')).toContainText('Maria González');
  await expect(console.card('Device')).toContainText(serial);
  await expect(console.card('Device')).toContainText('Registered to: Maria González');
  await hands.press('a');
  await hands.press('Enter');
  await expect(console.cleanCode).toBeVisible();
  await practice.scanConsoleWithPhone();
  const code = (await practice.securityCode.textContent()) ?? '';
  await page.bringToFront();
  await hands.press('Enter');
  await expect(console.stepHeading).toHaveText('Wait for the code');
  await hands.press('Enter');
  await expect(console.securityCode).toBeFocused();
  await hands.typeCode(code);
  await practice.enterCode(code);
  for (const step of [
    'Set the new password',
    'Log in with the new password',
    'Bring everything up to date',
    'Solved',
  ]) {
    await hands.press('Enter');
    await expect(console.stepHeading).toHaveText(step);
  }
  expect(hands.keys).toBeLessThanOrEqual(16);
  keyboard.close();
});
