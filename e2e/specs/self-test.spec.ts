import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchPlan } from '../../electron/runtime/launch-plan.ts';
import { BareProgram } from '../fixtures/bare-start.ts';
import { expect, test } from '../fixtures/desk.ts';
import { Console } from '../pages/console.ts';

/** On a package the backend's Node is a part of it, so that nothing is missing there. */
const isOnPackage = () => launchPlan().env['RESETDESK_BACKEND_NODE'] === undefined;

async function runSelfTest(display: string, env: Readonly<Record<string, string>> = {}) {
  const plan = launchPlan();
  const temporary = await mkdtemp(join(tmpdir(), 'resetdesk-e2e-tmp-'));
  const program = new BareProgram({
    executable: plan.executablePath,
    args: [...plan.args, '--self-test'],
    display,
    env: { ...plan.env, ...env, TMPDIR: temporary },
  });
  try {
    const exitCode = await program.ended();
    const left = (await readdir(temporary)).filter((name) => name.startsWith('resetdesk'));
    return { exitCode, said: program.said, left };
  } finally {
    await program.end();
    await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}

test('The self-test shows that all that ships works here, and leaves nothing', async ({ display }) => {
  const { exitCode, said, left } = await runSelfTest(display);
  expect(said).toMatch(/^ok {4}records: encrypted database made, written, opened again/m);
  expect(said).toMatch(/^ok {4}utility process: answered 100 MB, came back after a kill/m);
  expect(said).toMatch(/^ok {4}reader: a code was read from a picture .* with WebAssembly/m);
  expect(said).toMatch(/^ok {4}screen: captured, 1920 x 1080 pixels/m);
  expect(said).toMatch(/^4 passed, 0 failed, 0 skipped$/m);
  expect(exitCode).toBe(0);
  expect(left).toEqual([]);
});

test('The self-test fails where the database does not run, and still says all the rest', async ({
  display,
}) => {
  test.skip(isOnPackage(), 'a package has what the database runs on');
  const { exitCode, said } = await runSelfTest(display, { RESETDESK_BACKEND_NODE: '' });
  expect(said).toMatch(/^FAIL {2}records: noEngine The engine needs Node-API 10/m);
  expect(said).toMatch(/^3 passed, 1 failed, 0 skipped$/m);
  expect(exitCode).toBe(1);
});

test('A computer that cannot run the database says so, says what helps, and leaves the records', async ({
  startDesk,
}) => {
  test.skip(isOnPackage(), 'a package has what the database runs on');
  const first = await startDesk({ hasCamera: false });
  const before = new Console(first.page);
  await before.createUnprotectedDatabase();
  await before.startTicket(1);
  await first.close();

  const broken = await startDesk({ hasCamera: false, profile: first.profile, isBackendInElectron: true });
  await expect(broken.page.getByText('Part of ResetDesk does not run on this computer')).toBeVisible();
  await expect(broken.page.getByText(/Install ResetDesk again from the package/)).toBeVisible();
  await expect(broken.page.getByText(/resetdesk --self-test/)).toBeVisible();
  await broken.page.getByRole('button', { name: 'Try again' }).click();
  await expect(broken.page.getByText('Part of ResetDesk does not run on this computer')).toBeVisible();
  await broken.close();

  const mended = await startDesk({ hasCamera: false, profile: first.profile });
  await expect(new Console(mended.page).ticketHeading(1)).toBeVisible();
});
