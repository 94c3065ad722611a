import { packagedPlan } from './packaged-runtime.ts';
import { prepare } from './prepare.ts';
import { runPlaywright } from './run-playwright.ts';
import { runEntry } from './setup-error.ts';
import { ensureSystemPackages } from './system-packages.ts';

/** Plays on the trial package instead of on the clone. */
const ON_PACKAGE = '--package';

/**
 * `npm run e2e [-- [--package] arguments of playwright test]`: the end-to-end tests in real Electron, on a virtual display.
 */
await runEntry(async () => {
  const args = process.argv.slice(2);
  const isOnPackage = args.includes(ON_PACKAGE);
  if (isOnPackage) await ensureSystemPackages();
  return await runPlaywright({
    config: 'e2e/playwright.config.ts',
    args: args.filter((arg) => arg !== ON_PACKAGE),
    plan: isOnPackage ? await packagedPlan() : await prepare(),
    isVirtual: true,
  });
});
