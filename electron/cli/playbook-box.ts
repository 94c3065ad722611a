import { chooserStepId, type Phase, type Playbook, type Step } from '../../core/playbook/schema.ts';

export const boxPadding = 12;
export const titleLineHeight = 17;
export const rowHeight = 16;

/** Of the fonts a browser would take; a little wide rather than too narrow. */
const titleCharacterWidth = 8;
const rowCharacterWidth = 6.3;
const boldRowCharacterWidth = 7;
const titleCharacters = 34;

/** One line of a box: an answer, or the condition under which the step is passed by itself. */
export interface BoxRow {
  readonly text: string;
  /** The step an arrow goes to; null where the text names what comes instead. */
  readonly arrowTo: string | null;
  readonly tone: 'primary' | 'neutral' | 'failure' | 'pass';
}

/** A step, measured for drawing. */
export interface Box {
  readonly id: string;
  readonly title: readonly string[];
  readonly rows: readonly BoxRow[];
  readonly phase: Phase;
  readonly isBranch: boolean;
  readonly width: number;
  readonly height: number;
}

/**
 * @param step of a playbook whose labels are filled in
 * @param arrows the steps that get an arrow from here; all others are named in the text of their row, because their
 *   arrows would cross everything
 */
export function boxOf(step: Step, playbook: Playbook, arrows: ReadonlySet<string>): Box {
  const title = wrap(step.title.en);
  const row = (label: string, leadsTo: string, tone: BoxRow['tone']): BoxRow =>
    arrows.has(leadsTo)
      ? { text: label, arrowTo: leadsTo, tone }
      : { text: `${label} \u2192 ${targetName(playbook, leadsTo)}`, arrowTo: null, tone };
  const { passWhen } = step;
  const rows = [
    ...step.answers.map(({ label, leadsTo, tone }) => row(label.en, leadsTo, tone)),
    ...(passWhen === null ? [] : [row(`passed when ${passWhen.condition}`, passWhen.leadsTo, 'pass')]),
  ];
  const longest = Math.max(
    ...title.map((line) => line.length * titleCharacterWidth),
    ...rows.map(({ text, tone }) =>
      tone === 'primary' ? text.length * boldRowCharacterWidth : text.length * rowCharacterWidth,
    ),
  );
  return {
    id: step.id,
    title,
    rows,
    phase: step.phase,
    isBranch: step.isBranch,
    width: Math.ceil(longest + 2 * boxPadding),
    height: title.length * titleLineHeight + rows.length * rowHeight + 2 * boxPadding + 4,
  };
}

function targetName({ steps }: Playbook, stepId: string): string {
  if (stepId === chooserStepId) return 'another way';
  return steps.find(({ id }) => id === stepId)?.title.en ?? stepId;
}

function wrap(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > titleCharacters) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
