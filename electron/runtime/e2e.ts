import { parseArgs } from 'node:util';
import { packagedPlan } from './packaged-runtime.ts';
import { prepare } from './prepare.ts';
import { runPlaywright } from './run-playwright.ts';
import { runEntry, SetupError } from './setup-error.ts';
import {
  DESKTOP_KINDS,
  DESKTOP_REQUIREMENTS,
  type DesktopKind,
  ensureSystemPackages,
  REQUIREMENTS,
  WINDOW_MANAGER,
} from './system-packages.ts';

/**
 * `npm run e2e [-- [--package] [--desktop x11|wayland] arguments of playwright test]`: the end-to-end tests in real Electron, on a
 * virtual display; with `--package` on the trial package instead of on the clone; with `--desktop` those that need a whole
 * desktop around the program.
 */
await runEntry(async () => {
  const { isOnPackage, desktop, rest } = readArguments(process.argv.slice(2));
  await ensureSystemPackages([
    ...REQUIREMENTS,
    ...(desktop === null ? WINDOW_MANAGER : DESKTOP_REQUIREMENTS[desktop]),
  ]);
  return await runPlaywright({
    config: desktop === null ? 'e2e/playwright.config.ts' : 'e2e/desktop.config.ts',
    args: rest,
    env: desktop === null ? {} : { RESETDESK_DESKTOP: desktop },
    plan: isOnPackage ? await packagedPlan() : await prepare(),
    isVirtual: true,
  });
});

/** What is not ours is Playwright's. @throws SetupError for a desktop that there is not */
function readArguments(args: readonly string[]) {
  const { tokens } = parseArgs({
    args: [...args],
    options: { package: { type: 'boolean' }, desktop: { type: 'string' } },
    strict: false,
    tokens: true,
  });
  const rest = [...args];
  let isOnPackage = false;
  let desktop: DesktopKind | null = null;
  for (const token of tokens.toReversed()) {
    if (token.kind !== 'option') continue;
    if (token.name === 'package') isOnPackage = rest.splice(token.index, 1).length > 0;
    if (token.name !== 'desktop') continue;
    desktop = DESKTOP_KINDS.find((kind) => kind === token.value) ?? null;
    if (desktop === null) throw new SetupError(`--desktop takes one of: ${DESKTOP_KINDS.join(', ')}.`);
    rest.splice(token.index, token.inlineValue ? 1 : 2);
  }
  return { isOnPackage, desktop, rest };
}
