import { type CallScript, type CallStop, playCall } from '../../core/playbook/call.ts';
import { findStep } from '../../core/playbook/engine.ts';
import type { Playbook } from '../../core/playbook/schema.ts';
import type { SituationQuestion } from '../../core/playbook/situation.ts';

/** The words after `--ask`, or what is wrong with them. */
export function readScript(words: readonly string[]): CallScript | { readonly fault: string } {
  const known: Record<string, string> = {};
  const truths: Record<string, string> = {};
  const answers: string[] = [];
  for (const word of words) {
    const [, isKnown, key, value] = /^(known:)?([A-Za-z0-9]+)=([A-Za-z0-9-]+)$/.exec(word) ?? [];
    if (key !== undefined && value !== undefined) (isKnown === undefined ? truths : known)[key] = value;
    else if (/^[A-Za-z0-9]+$/.test(word)) answers.push(word);
    else return { fault: `"${word}" is neither KEY=VALUE nor the id of an answer.` };
  }
  return { known, truths, answers };
}

/** The call as lines of text: questions with their answers, routes with their reasons, steps with SAY, DO and answers. */
export function playedLines(
  playbooks: readonly Playbook[],
  questions: readonly SituationQuestion[],
  script: CallScript,
): string[] {
  return playCall(playbooks, questions, script).flatMap((stop) =>
    stop.at === 'chooser' ? chooserLines(stop) : stepLines(stop),
  );
}

function chooserLines({ asked, offers }: Extract<CallStop, { at: 'chooser' }>): string[] {
  return [
    ...asked.map(({ question, value }) => `? ${question.title.en}  [${question.key}=${value}]`),
    ...offers.map(
      ({ id, title, suits }, index) =>
        `${index === 0 ? '*' : ' '} ${title.en} (${id}, ${suits.preference}): ${suits.why.en}`,
    ),
    '',
  ];
}

function stepLines({ playbook, stepId, answerId }: Extract<CallStop, { at: 'step' }>): string[] {
  const step = findStep(playbook, stepId);
  if (step === null) return [];
  return [
    `# ${playbook.id}/${step.id}: ${step.title.en}`,
    ...(step.say === null ? [] : [`  SAY  ${step.say.en}`]),
    ...step.do.map(({ en }) => `  DO   ${en}`),
    ...step.answers.map(({ id, label }) => `  ${id === answerId ? '>' : ' '} ${id}: ${label.en}`),
    '',
  ];
}
