import { mkdir } from 'node:fs/promises';
import { test } from '../fixtures/desk.ts';
import { Owner } from '../fixtures/owner.ts';
import { holdBeforeCamera } from './film.ts';
import { closeWithPractice, openPractice, readHistory, scanScreen, sendWithDmss } from './first-ticket.ts';
import {
  closeAsReferred,
  deviceSeenBefore,
  mailRequest,
  pickOneOfSeveral,
  startWithoutCode,
} from './further-tickets.ts';
import { Stage } from './stage.ts';
import { firstStart, introduceAgent, lookRound, showDark, showWrongCode } from './surroundings.ts';

/** Where the numbered pictures are put; `docs/screenshots` to renew those of the guide. */
const FOLDER = process.env['RESETDESK_DEMO_FOLDER'] ?? 'out/demo';
/** From the repository's folder, because the camera bears the file's name in the pictures. */
const FILM = 'out/webcam.y4m';

test('The job, from the first start to the closed ticket', async ({ startDesk, owner }, testInfo) => {
  await holdBeforeCamera('https://www.example.com/app', FILM);
  const stage = await Stage.set(await startDesk({ cameraVideo: FILM }), FOLDER);
  process.stdout.write('\n');
  await firstStart(stage);
  await introduceAgent(stage);
  const practice = await openPractice(stage);
  await showWrongCode(stage);

  await scanScreen(stage, practice);
  await sendWithDmss(stage, practice);
  await closeWithPractice(stage, practice);
  const history = await readHistory(stage);

  await holdBeforeCamera(owner.showResetCode(), FILM);
  await mailRequest(stage, owner);
  await mkdir(testInfo.outputDir, { recursive: true });
  await pickOneOfSeveral(stage, new Owner(testInfo.outputDir));
  await startWithoutCode(stage);
  await closeAsReferred(stage);
  await deviceSeenBefore(stage, await practice.serial());
  await lookRound(stage);
  await showDark(stage, new Owner(testInfo.outputDir));

  const lines = history.map(({ at, agent, what }) => `  ${at}  ${agent}  ${what}`);
  process.stdout.write(`\nHistory of ticket 1:\n${lines.join('\n')}\n`);
  process.stdout.write(`\n${stage.pictures} pictures in ${stage.folder}\n`);
});
