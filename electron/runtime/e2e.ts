import { prepare } from './prepare.ts';
import { runPlaywright } from './run-playwright.ts';
import { runEntry } from './setup-error.ts';

/** `npm run e2e [-- arguments of playwright test]`: the end-to-end tests in real Electron, on a virtual display. */
await runEntry(async () => {
  const plan = await prepare();
  return await runPlaywright({
    config: 'e2e/playwright.config.ts',
    args: process.argv.slice(2),
    plan,
    isVirtual: true,
  });
});
