import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchPlan } from '../../electron/runtime/launch-plan.ts';
import { BareProgram } from '../fixtures/bare-start.ts';
import { expect, test } from '../fixtures/desk.ts';

test('A desk whose records program does not come up ends when it is asked to', async ({ display }) => {
  const folder = await mkdtemp(join(tmpdir(), 'resetdesk-end-'));
  const silent = join(folder, 'silent-node');
  await writeFile(silent, '#!/bin/sh\nexec sleep 60\n', { mode: 0o755 });
  const { executablePath, args } = launchPlan();
  const program = new BareProgram({
    executable: executablePath,
    args: [...args, `--user-data-dir=${join(folder, 'profile')}`],
    display,
    env: { RESETDESK_BACKEND_NODE: silent },
  });
  try {
    const log = join(folder, 'profile', 'logs', 'main.log');
    await expect.poll(() => readFile(log, 'utf8').catch(() => '')).toContain('started');
    program.askToEnd();
    await expect.poll(() => program.exitCode).toBe(0);
  } finally {
    await program.end();
    await rm(folder, { recursive: true, force: true });
  }
});
