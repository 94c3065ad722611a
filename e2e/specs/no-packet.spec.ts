import type * as Electron from 'electron';
import type { ElectronApplication, Page } from 'playwright/test';
import { expect, test } from '../fixtures/desk.ts';
import { Listeners } from '../fixtures/listeners.ts';
import { readNetLog } from '../fixtures/net-log.ts';
import { Console } from '../pages/console.ts';
import { PracticeWindow } from '../pages/practice-window.ts';

test('From the first start to the end of a ticket no packet leaves and no name is looked up', async ({
  startDesk,
  owner,
}, info) => {
  const log = info.outputPath('net-log.json');
  owner.showResetCode();
  const cameraVideo = await owner.filmMonitor();
  const desk = await startDesk({ cameraVideo, switches: [`--log-net-log=${log}`] });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await console.press('s');
  await expect(console.ticketHeading(1)).toBeVisible();
  await console.addNote('Calls from the shop.');
  await PracticeWindow.open(desk.app, desk.page);
  await desk.close();

  const traces = await readNetLog(log);
  expect(traces.events).toBeGreaterThan(0);
  expect(traces.tries).toEqual([]);
});

test('Nothing that a script on a page can do reaches another computer or leads the window away', async ({
  startDesk,
}, info) => {
  const log = info.outputPath('net-log.json');
  const listeners = await Listeners.start();
  const desk = await startDesk({ hasCamera: false, switches: [`--log-net-log=${log}`] });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  const practice = await PracticeWindow.open(desk.app, desk.page);
  for (const page of [desk.page, practice.page]) {
    await tryToConnect(page, listeners.port);
    await tryToLeave(page, listeners.port);
  }
  await expect.poll(() => headingsOf(desk.app)).toEqual(['Practice - nothing here is real', 'Queue']);
  await desk.close();

  expect(listeners.heard).toEqual([]);
  listeners.close();
  const traces = await readNetLog(log);
  expect(traces.events).toBeGreaterThan(0);
  expect(traces.packets).toEqual([]);
});

/** What the windows show, asked of themselves: Playwright waits for navigations that were refused. */
function headingsOf(app: ElectronApplication): Promise<readonly string[]> {
  return app.evaluate(async ({ BrowserWindow }: typeof Electron) => {
    const ask = `document.querySelector('h1')?.textContent`;
    const windows = BrowserWindow.getAllWindows();
    const headings = await Promise.all(windows.map(({ webContents }) => webContents.executeJavaScript(ask)));
    return headings.map(String).toSorted();
  });
}

/** Every way a script knows to send something, by address and by name. */
async function tryToConnect(page: Page, port: number): Promise<void> {
  await page.evaluate(async (at) => {
    const hosts = [`127.0.0.1:${at}`, `localhost:${at}`, `resetdesk-probe.example:${at}`];
    const link = (rel: string, href: string) =>
      document.head.append(Object.assign(document.createElement('link'), { rel, href }));
    const calls: Promise<unknown>[] = [];
    for (const host of hosts) {
      for (const rel of ['dns-prefetch', 'preconnect', 'prefetch', 'prerender', 'stylesheet', 'icon'])
        link(rel, `http://${host}/`);
      calls.push(fetch(`http://${host}/`, { method: 'POST', body: 'x' }));
      calls.push(import(/* @vite-ignore */ `http://${host}/x.js`));
      navigator.sendBeacon(`http://${host}/`, 'x');
      new Image().src = `http://${host}/x.png`;
      for (const open of [() => new WebSocket(`ws://${host}/`), () => new EventSource(`http://${host}/`)])
        try {
          open();
        } catch {
          // Refused at once.
        }
      const peers = new RTCPeerConnection({
        iceServers: [
          { urls: `stun:${host}` },
          {
            urls: [`turn:${host}?transport=udp`, `turn:${host}?transport=tcp`],
            username: 'a',
            credential: 'b',
          },
        ],
      });
      peers.createDataChannel('x');
      calls.push(peers.createOffer().then((offer) => peers.setLocalDescription(offer)));
    }
    await Promise.allSettled(calls);
    // The time a browser gives to what it does ahead, and WebRTC to a server that does not answer.
    await new Promise((resolve) => setTimeout(resolve, 2000));
  }, port);
}

/** Every way out of a page. */
async function tryToLeave(page: Page, port: number): Promise<void> {
  const ways = [
    (to: string) => location.assign(to),
    (to: string) => void window.open(to),
    (to: string) => {
      const form = Object.assign(document.createElement('form'), { action: to, method: 'post' });
      document.body.append(form);
      form.submit();
    },
    (to: string) => {
      const anchor = Object.assign(document.createElement('a'), { href: to, target: '_top' });
      document.body.append(anchor);
      anchor.click();
    },
  ];
  const targets = [
    `http://127.0.0.1:${port}/`,
    'about:blank',
    'data:text/html,x',
    'app://resetdesk/print.html',
  ];
  const address = page.url();
  for (const way of ways)
    for (const target of targets) {
      // A page that goes away answers nothing.
      await page.evaluate(way, target).catch(() => undefined);
      await page.waitForTimeout(100);
      await expect.poll(() => page.url(), `${way} ${target}`).toBe(address);
    }
}
