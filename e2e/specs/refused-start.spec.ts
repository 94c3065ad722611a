import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchPlan } from '../../electron/runtime/launch-plan.ts';
import { BareProgram, layOutAsRelease } from '../fixtures/bare-start.ts';
import { expect, test } from '../fixtures/desk.ts';
import { XServer } from '../fixtures/x-server.ts';

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'resetdesk-start-'));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

test('A release refuses switches that open it or unprotect it, says which, and starts without them', async ({
  display,
}) => {
  const release = await layOutAsRelease();
  test.skip(release === null, 'There is no runtime here that can lie as a release.');
  if (release === null) return;
  const start = (...switches: string[]) =>
    new BareProgram({
      executable: release.executable,
      args: [`--user-data-dir=${join(folder, 'profile')}`, '--disable-gpu', ...switches],
      display,
      isOrdinaryUser: true,
    });
  try {
    spawnSync('chmod', ['777', folder]);
    for (const refused of ['--remote-debugging-port=0', '--disable-web-security', '--inspect=0'])
      await test.step(refused, async () => {
        const program = start(refused);
        const [name] = refused.split('=', 1);
        await expect.poll(() => program.said).toContain(`ResetDesk was started with ${name}.`);
        await agree(program, display);
        expect(program.exitCode).toBe(1);
      });
    expect(await readdir(join(folder, 'profile'))).not.toContain('logs');

    await test.step('without them', async () => {
      const program = start();
      const log = join(folder, 'profile', 'logs', 'main.log');
      await expect.poll(() => readFile(log, 'utf8').catch(() => '')).toContain('started');
      expect(program.said).not.toContain('was started with');
      await program.end();
    });
  } finally {
    await release.remove();
  }
});

test('A profile that can not be written is named with the way out, and the start has failed', async ({
  display,
}) => {
  const { executablePath, args } = launchPlan();
  const start = (profile: string) =>
    new BareProgram({ executable: executablePath, args: [...args, `--user-data-dir=${profile}`], display });
  const disk = join(folder, 'disk');
  const isMounted = (options: string) => {
    spawnSync('mkdir', ['-p', disk]);
    return spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'resetdesk', disk]).status === 0;
  };
  const expectRefusal = async (program: BareProgram, why: string) => {
    await expect.poll(() => program.said).toContain(why);
    await agree(program, display);
    expect(program.exitCode).toBe(1);
  };

  await test.step('A file lies where the folder should be', async () => {
    await writeFile(join(folder, 'file'), '');
    await expectRefusal(start(join(folder, 'file', 'profile')), 'A file lies where the folder should be.');
  });
  for (const [options, why] of [
    ['ro', 'The disk can only be read.'],
    ['size=64k', 'The disk is full.'],
  ] as const)
    await test.step(why, async () => {
      test.skip(!isMounted(options), 'This user may not mount a disk.');
      try {
        await expectRefusal(start(join(disk, 'profile')), why);
      } finally {
        spawnSync('umount', ['-l', disk]);
      }
    });
});

/** Presses the button of the box that says it, the only one there is, until the program has ended. */
async function agree(program: BareProgram, display: string): Promise<void> {
  const keyboard = await XServer.connect(display);
  try {
    await expect
      .poll(async () => {
        await keyboard.press('Return');
        return program.exitCode;
      })
      .not.toBeNull();
  } finally {
    keyboard.close();
  }
}
