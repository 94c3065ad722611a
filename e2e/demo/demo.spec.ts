import { mkdir } from 'node:fs/promises';
import { test } from '../fixtures/desk.ts';
import { Owner } from '../fixtures/owner.ts';
import { closeWithPractice, openPractice, scanScreen, sendWithDmss } from './first-ticket.ts';
import { mailRequest, pickOneOfSeveral, startWithoutCode } from './further-tickets.ts';
import { Stage } from './stage.ts';
import { firstStart, introduceAgent, lookRound, showWrongCode } from './surroundings.ts';

const FOLDER = process.env['RESETDESK_DEMO_FOLDER'] ?? 'out/demo';

test('The job, from the first start to the closed ticket', async ({ startDesk, owner }, testInfo) => {
  owner.showResetCode();
  const camera = await owner.filmText('https://www.example.com/app');
  const desk = await startDesk({ cameraVideo: camera });
  const stage = await Stage.set(desk, FOLDER);
  process.stdout.write('\n');

  await firstStart(stage);
  await introduceAgent(stage);
  const practice = await openPractice(stage);
  await showWrongCode(stage);

  await scanScreen(stage, practice);
  await sendWithDmss(stage, practice);
  await closeWithPractice(stage, practice);
  const history = await stage.console.readHistory();

  await mkdir(testInfo.outputPath(), { recursive: true });
  await owner.filmMonitor();
  await mailRequest(stage, owner);
  await pickOneOfSeveral(stage, new Owner(testInfo.outputPath()));
  await startWithoutCode(stage);
  await lookRound(stage);

  const lines = history.map(({ at, agent, what }) => `  ${at}  ${agent}  ${what}`);
  process.stdout.write(`\nHistory of ticket 1:\n${lines.join('\n')}\n`);
  process.stdout.write(`\n${stage.pictures} pictures in ${stage.folder}\n`);
});
