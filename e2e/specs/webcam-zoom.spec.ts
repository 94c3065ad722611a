import { expect, test } from '../fixtures/desk.ts';
import { Console } from '../pages/console.ts';

test('Zoom shows and reads the middle of the picture, and is remembered for the camera', async ({
  startDesk,
  owner,
}) => {
  const cameraVideo = await owner.filmText('https://example.com/app');
  const desk = await startDesk({ cameraVideo });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await console.press('s');
  const outlines = console.scanner.locator('svg:has(polygon)');
  const zoom = console.scanner.getByRole('group', { name: 'Zoom' });
  const whole = await outlines.getAttribute('viewBox');

  await console.press('+', '+');
  await zoom.getByRole('button', { name: 'Zoom in' }).click();
  await expect(zoom).toContainText('2×');
  await expect(outlines).toHaveAttribute('viewBox', halfOf(whole));
  await console.press('-');
  await expect(zoom).toContainText('1.5×');

  await console.press('Escape', 's');
  await expect(zoom).toContainText('1.5×');
});

test('The focus can be set by hand where the camera allows it', async ({ startDesk }) => {
  const desk = await startDesk();
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await console.press('s');
  const cameraSettings = () =>
    desk.page.evaluate(() => {
      const stream = document.querySelector('video')?.srcObject;
      const track = stream instanceof MediaStream ? stream.getVideoTracks()[0] : undefined;
      return JSON.stringify(track?.getSettings());
    });
  await expect.poll(cameraSettings).toContain('"focusDistance":50');
  await console.scanner.getByRole('switch', { name: 'Focus by itself' }).click();
  await expect.poll(cameraSettings).toContain('"focusDistance":10');
  await console.scanner.getByRole('slider', { name: 'Focus distance' }).press('ArrowRight');
  await expect.poll(cameraSettings).toContain('"focusDistance":15');
});

test('At the counter the scanner stays open, and a code in view is taken once', async ({
  startDesk,
  owner,
}) => {
  owner.showResetCode();
  const desk = await startDesk({ cameraVideo: await owner.filmDesk() });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await console.press('s');
  await console.scanner.getByRole('switch', { name: 'Keep scanning' }).click();
  await desk.close();

  const again = await startDesk({ cameraVideo: await owner.filmMonitor(), profile: desk.profile });
  const counter = new Console(again.page);
  await expect(counter.queueHeading).toBeVisible();
  await counter.press('s');
  await expect(counter.scanner.getByText('Read. Ticket 1. Ready for the next code.')).toBeVisible();
  await expect(counter.scanner.getByText('A code is in view.')).toBeVisible();
  await expect(counter.scanner.getByRole('button', { name: /Open ticket/ })).toHaveCount(1);
  await counter.scanner.getByRole('button', { name: 'Open ticket 1' }).click();
  await expect(counter.ticketHeading(1)).toBeVisible();
});

/** The outlines' view box at zoom 2. */
function halfOf(viewBox: string | null): string {
  return (viewBox ?? '')
    .split(' ')
    .map((value) => Number(value) / 2)
    .join(' ');
}
