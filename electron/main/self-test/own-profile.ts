import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';

/** `resetdesk --self-test` shows on this computer, with this package, what has to work; it touches no records. */
export const SELF_TEST_SWITCH = 'self-test';

/** A profile of its own, so that it runs beside a desk and without its records; before the profile is asked for. */
export function leaveTheProfile(): void {
  const folder = mkdtempSync(join(tmpdir(), 'resetdesk-self-test-'));
  app.setPath('userData', folder);
  // At the very end: Chromium writes until then.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
}
