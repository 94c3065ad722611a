import { diagnose } from '../../core/scan/diagnose.ts';
import type { Picture } from '../../core/scan/types.ts';
import { createRandom } from '../../core/testkit/random.ts';
import { type Spoiling, spoiledPicture } from '../../core/testkit/spoil.ts';
import { type ScreenSpoiling, spoiledScreen } from '../../core/testkit/spoil-screen.ts';
import { alignColumns } from './align-columns.ts';

const CAMERA: readonly Spoiling[] = [
  'tooSmall',
  'blurred',
  'cutOff',
  'glare',
  'tooDark',
  'moving',
  'nothingThere',
];
const SCREEN: readonly ScreenSpoiling[] = ['tooSmall', 'blurred', 'nothingThere'];

/** Why pictures of one kind, whose fault is known, were said not to be read. */
export interface ReasonScore {
  readonly seenBy: 'camera' | 'dark page' | 'light page';
  readonly fault: Spoiling;
  readonly said: readonly string[];
}

/** Spoils `count` pictures in each way and asks for the reason; everything follows from the seed. */
export function scoreReasons(seed: number, count: number): readonly ReasonScore[] {
  const ask = (spoil: (index: number) => { picture: Picture; previous?: Picture | null }) =>
    Array.from({ length: count }, (_, index) => {
      const { picture, previous } = spoil(seed * 100_003 + index);
      return diagnose(picture, [], previous ?? null).reason;
    });
  return [
    ...CAMERA.map(
      (fault): ReasonScore => ({
        seenBy: 'camera',
        fault,
        said: ask((number) => spoiledPicture(fault, createRandom(number))),
      }),
    ),
    ...(['dark page', 'light page'] as const).flatMap((seenBy) =>
      SCREEN.map(
        (fault): ReasonScore => ({
          seenBy,
          fault,
          said: ask((number) => spoiledScreen(fault, seenBy === 'dark page', createRandom(number))),
        }),
      ),
    ),
  ];
}

/** One line for each kind: how many reasons were right, and which were said instead. */
export function formatReasonTable(scores: readonly ReasonScore[]): string {
  const isRight =
    ({ fault }: ReasonScore) =>
    (reason: string) =>
      reason === fault;
  const rows = scores.map((score) => {
    const wrong = score.said.filter((reason) => reason !== score.fault);
    return [
      score.seenBy,
      score.fault,
      `${score.said.length - wrong.length} of ${score.said.length}`,
      wrong.join(', '),
    ];
  });
  const all = scores.reduce((sum, { said }) => sum + said.length, 0);
  const right = scores.reduce((sum, score) => sum + score.said.filter(isRight(score)).length, 0);
  const dark = scores
    .filter(({ seenBy }) => seenBy === 'dark page')
    .reduce((sum, { said }) => sum + said.filter((reason) => reason === 'tooDark').length, 0);
  return `${alignColumns([['seen by', 'fault', 'right', 'said instead'], ...rows])}
${right} of ${all} right; ${dark} dark pages called too dark`;
}
