import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { chromium } from 'playwright/test';
import { launchPlan } from '../../electron/runtime/launch-plan.ts';
import { memoryByProcess } from '../fixtures/memory.ts';

/** Milliseconds since the program was called, and bytes by process once it rests. */
export interface Start {
  /** The main process asks for the page. */
  readonly asked: number;
  /** The page shows something. */
  readonly painted: number;
  /** It can be worked with; of an empty window: it shows its words. */
  readonly usable: number;
  readonly memory: ReadonlyMap<string, number>;
}

/** Both are left alone for so long, so that looking at them takes no time from their start. */
const REST_MS = 4000;

interface Program {
  readonly executable: string;
  remove(): Promise<void>;
}

/**
 * ResetDesk on files of its own: memory that it would share with another program of the same runtime would count for less.
 */
export async function layOutDesk(): Promise<Program> {
  const { executablePath } = launchPlan();
  const runtime = dirname(executablePath);
  const folder = await mkdtemp(join(dirname(runtime), 'bench-'));
  await cp(runtime, folder, { recursive: true, verbatimSymlinks: true });
  return {
    executable: join(folder, basename(executablePath)),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** An Electron app of one page of one word, in the same way: what any window costs on this runtime. */
export async function layOutEmptyWindow(): Promise<Program> {
  const program = await layOutDesk();
  const app = join(dirname(program.executable), 'resources', 'app');
  await rm(app, { recursive: true, force: true });
  await mkdir(app);
  await writeFile(join(app, 'package.json'), JSON.stringify({ name: 'empty-window', main: 'main.js' }));
  await writeFile(join(app, 'main.js'), EMPTY_MAIN);
  await writeFile(join(app, 'index.html'), '<!doctype html><title>Empty</title><p>Empty</p>');
  return program;
}

const EMPTY_MAIN = `const { app, BrowserWindow } = require('electron');
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
app.whenReady().then(() => {
  const window = new BrowserWindow({ show: false, width: 1280, height: 800 });
  window.once('ready-to-show', () => window.show());
  window.loadFile('index.html');
});
app.on('window-all-closed', () => app.quit());
`;

/**
 * Starts a program as a person does, leaves it alone, and then asks it when it was ready.
 *
 * @param mark what the page notes when it can be worked with; null: once it shows its words
 */
export async function timeStart(
  executable: string,
  profile: string,
  display: string,
  mark: string | null,
): Promise<Start> {
  const { args, env } = launchPlan();
  const calledAt = Date.now();
  const child = spawn(executable, [...args, `--user-data-dir=${profile}`, '--remote-debugging-port=0'], {
    env: { ...process.env, ...env, DISPLAY: display, LANGUAGE: 'en' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    const address = await debuggingAddress(child);
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
    const memory = await memoryByProcess(child.pid ?? 0);
    const { origin, painted, shown, usable } = await readMarks(address, mark);
    const since = (at: number) => origin + at - calledAt;
    return { asked: since(0), painted: since(painted), usable: since(usable ?? shown), memory };
  } finally {
    await end(child);
  }
}

async function debuggingAddress(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const text of child.stderr?.setEncoding('utf8') ?? []) {
    said += text;
    const address = /^DevTools listening on (ws:\S+)/m.exec(said)?.[1];
    if (address !== undefined) {
      // Left unread, it would block the program when it is full.
      child.stderr?.resume();
      return address;
    }
  }
  throw new Error(`The program ended before its window opened: ${said}`);
}

async function readMarks(address: string, mark: string | null) {
  const browser = await chromium.connectOverCDP(address);
  try {
    const [page] = browser.contexts().flatMap((context) => context.pages());
    if (page === undefined) throw new Error('The program has no window.');
    return await page.evaluate((name) => {
      const at = (entry: string) => performance.getEntriesByName(entry)[0]?.startTime ?? Number.NaN;
      return {
        origin: performance.timeOrigin,
        painted: at('first-paint'),
        shown: at('first-contentful-paint'),
        usable: name === null ? null : at(name),
      };
    }, mark);
  } finally {
    await browser.close();
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), REST_MS);
  await exited;
  clearTimeout(timer);
}
