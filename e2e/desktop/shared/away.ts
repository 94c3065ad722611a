import { type Buses, startBuses } from '../../fixtures/buses.ts';
import { type test as deskTest, expect } from '../../fixtures/desk.ts';
import type { Start } from '../../fixtures/ordinary-user.ts';
import { Console } from '../../pages/console.ts';

const PASSPHRASE = 'four plain words here';

/** How the desktops say it. */
const WAYS: Readonly<Record<string, (buses: Buses) => void>> = {
  'a screen saver on the session bus': ({ emit }) =>
    emit('session', '/org/gnome/ScreenSaver', 'org.gnome.ScreenSaver.ActiveChanged', 'true'),
  'systemd on the system bus': ({ emit }) =>
    emit('system', '/org/freedesktop/login1/session/_31', 'org.freedesktop.login1.Session.Lock'),
  'systemd, before the computer sleeps': ({ emit }) =>
    emit('system', '/org/freedesktop/login1', 'org.freedesktop.login1.Manager.PrepareForSleep', 'true'),
};

/** @param start as whom the desktop's programs run */
export function tellAwayStory(test: typeof deskTest, start: Start): void {
  test('Whoever says that the screen is locked: the desk is locked too, and the code is gone from it and from the clipboard', async ({
    startDesk,
    owner,
  }) => {
    const payload = owner.showResetCode();
    const buses = await startBuses(start);
    const desk = await startDesk({ hasCamera: false, env: buses.env });
    const { page } = desk;
    const console = new Console(page);
    const clipboard = () => desk.app.evaluate(({ clipboard }) => clipboard.readText());
    await console.createDatabaseWithPassphrase(PASSPHRASE);
    await console.paste({ text: payload });
    await console.confirmOwner();
    await console.answer('DMSS reports success');
    await console.answer('The code has arrived');
    const code = owner.sendToVendor(payload);

    for (const [who, tell] of Object.entries(WAYS)) {
      await test.step(who, async () => {
        await console.securityCode.fill(code);
        await console.securityCode.click({ clickCount: 3 });
        await console.press('Control+c');
        await expect(page.getByText(/On the clipboard/)).toBeVisible();
        expect(await clipboard()).toBe(code);
        tell(buses);
        await expect(page.getByText('The computer was locked or was asleep.')).toBeVisible();
        await expect.poll(clipboard).toBe('');
        await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
        await console.press('Enter');
        await expect(console.securityCode).toHaveValue('', { timeout: 30_000 });
      });
    }
    await desk.close();
    await buses.stop();
  });
}
