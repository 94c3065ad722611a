import type { TFunction } from 'i18next';
import type { ActKind } from '../../../../core/queue/next-act.ts';
import { formatTime, isSameDay } from '../../../lib/time-words.ts';

/** How an act holds to its time. The others are expected by it at the latest. */
const BOUNDS: Readonly<Partial<Record<ActKind, 'at' | 'until'>>> = {
  comeBackAt: 'at',
  locked: 'until',
  refuses: 'until',
};

/** `at 10:30`, `until 10:30`, `by 10:30`; with the day where it is another one. */
export function momentWords(
  kind: ActKind,
  at: number,
  now: number,
  t: TFunction<'queue'>,
  language: string,
): string {
  const bound = BOUNDS[kind] ?? 'by';
  const time = formatTime(at, now, language);
  if (!isSameDay(at, now)) return t(`when.${bound}.date`, { at: time });
  // The article of a time follows its hour: "a la 01:30", "a las 10:30".
  return t(`when.${bound}.clock`, { at: time, count: new Date(at).getHours() });
}
