import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LaunchPlan } from './launch-plan.ts';
import { packagedPlan } from './packaged-runtime.ts';
import { tool } from './places.ts';
import { prepare } from './prepare.ts';
import { runShown } from './run.ts';
import { runPlaywright } from './run-playwright.ts';
import { runEntry, SetupError } from './setup-error.ts';
import { ensureSystemPackages, TEAM_STORE_REQUIREMENTS } from './system-packages.ts';
import { type Counts, countCheck, countPlaywright, countVitest, sumCounts } from './test-counts.ts';

interface Stage {
  readonly name: string;
  readonly run: () => Promise<Counts>;
}

/** Enough to meet every activity of the backend; a release is given a thousand. */
const CRASHES = ['--kills', '50', '--flips', '60', '--levels', '20'];

/** A stage that passes or fails as a whole. */
function check(name: string, command: string, args: readonly string[]): Stage {
  return { name, run: async () => countCheck(await runShown(tool(command), args)) };
}

/** Checks that take nothing from each other; each counts for itself. */
function together(name: string, checks: readonly (() => Promise<number>)[]): Stage {
  const run = async () => sumCounts(await Promise.all(checks.map(async (one) => countCheck(await one()))));
  return { name, run };
}

function stages(reports: string): readonly Stage[] {
  return [
    // Together, as two of them use one core only.
    together('types, lint, import rules', [
      () => runShown(tool('tsc'), ['-b']),
      () => runShown(tool('biome'), ['check', '--error-on-warnings', '.']),
      () => runShown('npm', ['run', '--silent', 'imports']),
    ]),
    { name: 'unit tests', run: () => runUnitTests(join(reports, 'unit.json')) },
    {
      name: 'crashes',
      run: async () => countCheck(await runShown('npm', ['run', '--silent', 'crash', '--', ...CRASHES])),
    },
    check('build', 'electron-vite', ['build', '--logLevel', 'warn']),
    { name: 'end-to-end tests', run: () => runEndToEndTests(join(reports, 'e2e.json')) },
    // It is what `npm start` shows where there is no display.
    { name: 'demo', run: playDemo },
    ...packageStages(reports),
  ];
}

/** The trial .deb is what is tested here: made, read back, installed in a copy of this system, played on. */
function packageStages(reports: string): readonly Stage[] {
  if (process.platform !== 'linux' || process.arch !== 'x64') return [];
  const script = (name: string, ...args: readonly string[]): Stage => ({
    name,
    run: async () => countCheck(await runShown('npm', ['run', '--silent', name, '--', ...args])),
  });
  return [
    // Of the build that the stories were played on.
    script('package', '--trial', '--built', '--only', 'deb'),
    script('package:check'),
    script('package:install'),
    { name: 'stories on the package', run: () => playOnPackage(join(reports, 'package.json')) },
  ];
}

async function playOnPackage(report: string): Promise<Counts> {
  const plan = await packagedPlan();
  return playStories({ config: 'e2e/package.config.ts', plan, report });
}

async function runUnitTests(report: string): Promise<Counts> {
  await installTeamStore();
  const exitCode = await runShown(tool('vitest'), [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  return countVitest(await readReport(report), exitCode);
}

/** Without it the tests of the team's store say that they did not run; the others need it not. */
async function installTeamStore(): Promise<void> {
  try {
    await ensureSystemPackages(TEAM_STORE_REQUIREMENTS);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.log(`The tests of the team's store will be skipped.\n${error.message}`);
  }
}

async function runEndToEndTests(report: string): Promise<Counts> {
  const plan = await prepare({ isBuilt: true, isVirtual: true });
  return playStories({ config: 'e2e/playwright.config.ts', plan, report });
}

interface Stories {
  readonly config: string;
  readonly plan: LaunchPlan;
  /** A file for what Playwright counts. */
  readonly report: string;
}

async function playStories({ config, plan, report }: Stories): Promise<Counts> {
  const exitCode = await runPlaywright({
    config,
    args: ['--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    plan,
    isVirtual: true,
  });
  return countPlaywright(await readReport(report), exitCode);
}

/** Unseen and at full speed, also where there is a display. */
async function playDemo(): Promise<Counts> {
  const plan = await prepare({ isBuilt: true, isVirtual: true });
  return countCheck(await runPlaywright({ config: 'e2e/demo.config.ts', args: [], plan, isVirtual: true }));
}

/** Null when the tool did not get so far as to write it. */
async function readReport(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => 'null');
  return JSON.parse(text);
}

/** A stage that can not be run counts as one failure; the others still run. */
async function runStage(stage: Stage): Promise<Counts> {
  const startedAt = performance.now();
  console.log(`\n=== ${stage.name}`);
  const counts = await stage.run().catch((error: unknown) => {
    console.error(error instanceof SetupError ? error.message : error);
    return countCheck(1);
  });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`=== ${stage.name}: ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`);
  return counts;
}

/** `npm test`: every check, to the end even if one fails. The last line is the sum. */
await runEntry(async () => {
  const reports = await mkdtemp(join(tmpdir(), 'resetdesk-reports-'));
  try {
    const all: Counts[] = [];
    for (const stage of stages(reports)) all.push(await runStage(stage));
    const { passed, failed } = sumCounts(all);
    console.log(`\n${passed} passed, ${failed} failed`);
    return failed === 0 ? 0 : 1;
  } finally {
    await rm(reports, { recursive: true, force: true });
  }
});
