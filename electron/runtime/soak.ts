import { parseArgs } from 'node:util';
import { prepare } from './prepare.ts';
import { runPlaywright } from './run-playwright.ts';
import { runEntry, SetupError } from './setup-error.ts';

const DEFAULT_MINUTES = 5;

/**
 * `npm run soak [-- --minutes N]`: opens and closes the live scanner on a video in real Electron, and tells how each process grows and
 * what is left running. Exit code 1 when a camera track or a worker is left.
 */
await runEntry(async () => {
  const minutes = readMinutes(process.argv.slice(2));
  const plan = await prepare();
  return await runPlaywright({
    config: 'e2e/soak.config.ts',
    args: [],
    env: { RESETDESK_SOAK_MINUTES: String(minutes) },
    plan,
    isVirtual: true,
  });
});

/** @throws SetupError for anything but a number above 0 */
function readMinutes(args: readonly string[]): number {
  const { values } = parseArgs({ args: [...args], options: { minutes: { type: 'string' } }, strict: false });
  const minutes = Number(values['minutes'] ?? DEFAULT_MINUTES);
  if (!(minutes > 0 && Number.isFinite(minutes))) throw new SetupError('--minutes takes a number above 0.');
  return minutes;
}
