import { startBuses } from '../../fixtures/buses.ts';
import { type test as deskTest, expect } from '../../fixtures/desk.ts';
import { GnomeKeyring } from '../../fixtures/gnome-keyring.ts';
import type { Start } from '../../fixtures/ordinary-user.ts';
import { Console } from '../../pages/console.ts';

/** What there is to see is there by then, whatever the keyring does. */
const AT_ONCE = { timeout: 5000 };
const SWITCHES = ['--password-store=gnome-libsecret'];

/** @param start as whom the desktop's programs run */
export function tellKeyringStories(test: typeof deskTest, start: Start): void {
  test('A locked keyring is told in our own window at once, and unlocked it opens the records without a restart', async ({
    startDesk,
  }) => {
    const buses = await startBuses(start);
    const keyring = await GnomeKeyring.make(buses);
    await keyring.logIn();
    const first = await startDesk({ hasCamera: false, env: buses.env, switches: SWITCHES });
    await expect(first.page.getByText('Keyring: GNOME Keyring.')).toBeVisible();
    await first.page.getByRole('radio', { name: "In this computer's keyring" }).check();
    await new Console(first.page).createDatabase();
    await first.close();

    await keyring.lock();
    const next = { hasCamera: false, env: buses.env, switches: SWITCHES, profile: first.profile };
    const desk = await startDesk(next);
    const { page } = desk;
    await expect(page.getByText("This computer's keyring is locked")).toBeVisible(AT_ONCE);
    await expect(page.getByText('recovery key')).toHaveCount(0);
    await keyring.logIn();
    await page.getByRole('button', { name: 'Unlock the keyring' }).click();
    await expect(new Console(page).queueHeading).toBeVisible();
    await desk.close();
    await keyring.remove();
    await buses.stop();
  });

  test('Without a keyring, or on a desktop without a name, the window is there at once and says what there is', async ({
    startDesk,
  }) => {
    const buses = await startBuses(start);
    for (const switches of [SWITCHES, []]) {
      const desk = await startDesk({
        hasCamera: false,
        env: { ...buses.env, XDG_CURRENT_DESKTOP: '' },
        switches,
      });
      await expect(desk.page.getByText('This computer has no keyring that ResetDesk could use')).toBeVisible(
        AT_ONCE,
      );
      await desk.close();
    }
    await buses.stop();
  });
}
