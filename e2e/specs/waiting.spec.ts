import { type Desk, expect, test } from '../fixtures/desk.ts';
import { Console } from '../pages/console.ts';

const PASSPHRASE = 'four plain words here';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

test('Reminder, expiry and a clock that was set back, over four days of one ticket', async ({
  startDesk,
  owner,
}) => {
  test.setTimeout(120_000);
  const first = await startDesk({ hasCamera: false });
  const { profile } = first;
  const desk = new Console(first.page);

  await test.step('the agent asks for a code and wants to be reminded', async () => {
    await desk.createDatabaseWithPassphrase(PASSPHRASE);
    await desk.paste({ text: owner.showResetCode() });
    await desk.confirmOwner();
    await desk.answer('DMSS reports success');
    await first.page.getByRole('button', { name: 'Remind me in 15 min' }).click();
    await expect(first.page.getByText(/^Reminder at .*\d\d:\d\d$/)).toBeVisible();
    await desk.goTo('Queue');
    await first.page.getByRole('link', { name: /1 waiting.*Next/ }).click();
    await expect(first.page.getByRole('tab', { name: /^All open/, selected: true })).toBeVisible();
    await expect(desk.rows).toHaveCount(1);
    await first.close();
  });

  await test.step('twenty minutes later it is told once, in the window and on the desktop, and a click opens it', async () => {
    const later = await startDesk({ hasCamera: false, profile, timeShiftMs: 20 * MINUTE });
    await recordNotifications(later);
    await unlock(later);
    await expect(later.page.getByText('You wanted to be reminded.')).toBeVisible();
    expect(await notifications(later)).toEqual([['Ticket 1', 'You wanted to be reminded.']]);
    await clickNotification(later);
    await expect(new Console(later.page).ticketHeading(1)).toBeVisible();
    await expect(later.page.getByText('You wanted to be reminded.')).toBeHidden();
    await new Console(later.page).answer('The code has arrived');
    await expect(later.page.getByText(/\((?:24 h 00|23 h 59) min left\)/)).toBeVisible();
    await later.close();
  });

  await test.step('a day later the code is too old, and the way on is a refreshed page', async () => {
    const nextDay = await startDesk({ hasCamera: false, profile, timeShiftMs: 25 * HOUR });
    const page = new Console(nextDay.page);
    await unlock(nextDay);
    await expect(page.ticketHeading(1)).toBeVisible();
    await expect(nextDay.page.getByText('This code is too old')).toBeVisible();
    await page.answer('The reset page is gone or the QR is new');
    await page.answer('The new code is on the screen');
    const refreshed = owner.showResetCode();
    await page.paste({ text: refreshed });
    await page.answer('DMSS reports success');
    await page.answer('The code has arrived');
    await expect(nextDay.page.getByText('More than one code was asked for')).toBeVisible();
    await expect(nextDay.page.getByText(/QR 2 of this ticket/)).toBeVisible();
    await nextDay.close();
  });

  await test.step('the clock was set back meanwhile: said calmly, and set right without losing a minute', async () => {
    const setBack = await startDesk({ hasCamera: false, profile, timeShiftMs: 22 * HOUR });
    const page = new Console(setBack.page);
    await unlock(setBack);
    const notice = setBack.page.getByText(/clock was set back/);
    await expect(notice).toBeVisible();
    await expect(page.ticketHeading(1)).toBeVisible();
    await expect(setBack.page.getByText(/\((?:24 h 00|23 h 5\d) min left\)/)).toBeVisible();
    await setBack.page.getByRole('button', { name: 'The computer is right' }).click();
    await expect(notice).toBeHidden();
    await expect(setBack.page.getByText(/\((?:24 h 00|23 h 5\d) min left\)/)).toBeVisible();
  });
});

test('A notification that is clicked while no window is open brings up its ticket; its second button puts it off', async ({
  startDesk,
  owner,
}) => {
  test.slow();
  const first = await startDesk({ hasCamera: false });
  const { profile } = first;
  const desk = new Console(first.page);
  await desk.createUnprotectedDatabase();
  await desk.paste({ text: owner.showResetCode() });
  await desk.confirmOwner();
  await desk.answer('DMSS reports success');
  await desk.goTo('Queue');
  await desk.startTicket(2);
  await first.close();

  const later = await startDesk({ hasCamera: false, profile, timeShiftMs: 20 * MINUTE });
  await recordNotifications(later);
  await expect.poll(() => notifications(later)).toContainEqual(['Ticket 1', expect.stringContaining('code')]);
  await closeWindow(later);
  const opened = later.app.waitForEvent('window');
  await clickNotification(later);
  const page = await opened;
  await expect(new Console(page).ticketHeading(1)).toBeVisible();

  // Buttons are only drawn by macOS and Windows; what they do is the same everywhere.
  await pressNotificationButton(later, 1);
  await expect(page.getByText(/^Reminder at .*\d\d:\d\d$/)).toBeVisible();
});

async function unlock(desk: Desk): Promise<void> {
  await desk.page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await new Console(desk.page).press('Enter');
  await expect(desk.page.getByRole('navigation', { name: 'Main' })).toBeVisible();
}

/** Writes down what the real notifications say; they are shown all the same, also to a desktop that has no place for them. */
async function recordNotifications(desk: Desk): Promise<void> {
  await desk.app.evaluate(({ Notification }) => {
    const shown: Electron.Notification[] = [];
    Object.assign(globalThis, { shownNotifications: shown });
    const show = Notification.prototype.show;
    Notification.isSupported = () => true;
    Notification.prototype.show = function () {
      shown.push(this);
      show.call(this);
    };
  });
}

async function notifications(desk: Desk): Promise<readonly (readonly [string, string])[]> {
  return desk.app.evaluate(() => {
    const { shownNotifications } = globalThis as unknown as { shownNotifications: Electron.Notification[] };
    return shownNotifications.map(({ title, body }) => [title, body] as const);
  });
}

async function clickNotification(desk: Desk): Promise<void> {
  await desk.app.evaluate(() => {
    const { shownNotifications } = globalThis as unknown as { shownNotifications: Electron.Notification[] };
    shownNotifications[0]?.emit('click');
  });
}

/** As on a desk where the program runs unseen: its end with the last window is put off. */
async function closeWindow(desk: Desk): Promise<void> {
  await desk.app.evaluate(({ app, BrowserWindow }) => {
    app.removeAllListeners('window-all-closed');
    app.on('window-all-closed', () => undefined);
    for (const window of BrowserWindow.getAllWindows()) window.destroy();
  });
}

async function pressNotificationButton(desk: Desk, index: number): Promise<void> {
  await desk.app.evaluate((_, button) => {
    const { shownNotifications } = globalThis as unknown as { shownNotifications: Electron.Notification[] };
    shownNotifications[0]?.emit('action', { actionIndex: button });
  }, index);
}
