import { expect, test } from '../../fixtures/wayland-desk.ts';
import { Console } from '../../pages/console.ts';

/** Electron's newer versions are clients of Wayland by themselves, older ones of Xwayland. */
for (const client of ['wayland', 'x11']) {
  test(`The window is there within five seconds as a client of ${client}, and the agent closes it`, async ({
    startDesk,
    wayland,
  }) => {
    const isShown = () => wayland.run('swaymsg', '-t', 'get_tree').includes('"ResetDesk');
    const desk = await startDesk({ hasCamera: false, switches: [`--ozone-platform=${client}`] });
    await expect.poll(isShown, { timeout: 5000 }).toBe(true);
    await new Console(desk.page).createUnprotectedDatabase();
    wayland.run('swaymsg', '[title="ResetDesk"]', 'kill');
    await expect.poll(isShown).toBe(false);
  });
}
