import type { Label, Playbook, Step } from './schema.ts';
import { judgeWhen, type Situation } from './situation.ts';
import { type LocalizedText, localizedTextSchema } from './text.ts';

const languages = localizedTextSchema.keyof().options;

const placeholder = /\{([a-z][A-Za-z0-9]*)\}/g;

/** Names of the labels that a text uses, in any of its languages. */
export function labelsIn(text: LocalizedText): string[] {
  return languages.flatMap((language) =>
    [...(text[language] ?? '').matchAll(placeholder)].flatMap((match) => match[1] ?? []),
  );
}

/** Every text of a step. */
export function stepTexts({ title, say, do: lines, answers }: Step): readonly LocalizedText[] {
  return [title, ...(say === null ? [] : [say]), ...lines, ...answers.map((answer) => answer.label)];
}

/**
 * The playbook in the words of the customer's own screen: labels filled in for its generation and screen as far as they
 * are known, and lines of DO left out that do not fit.
 */
export function fillLabels(playbook: Playbook, situation: Situation): Playbook {
  const fill = <Text extends LocalizedText>(text: Text): Text => fillText(text, playbook.labels, situation);
  return {
    ...playbook,
    steps: playbook.steps.map((step) => ({
      ...step,
      title: fill(step.title),
      say: step.say === null ? null : fill(step.say),
      do: step.do.filter(({ when }) => judgeWhen(when, situation) !== 'broken').map(fill),
      answers: step.answers.map((answer) => ({ ...answer, label: fill(answer.label) })),
    })),
  };
}

function fillText<Text extends LocalizedText>(
  text: Text,
  labels: Playbook['labels'],
  situation: Situation,
): Text {
  const inLanguage = (spoken: string, language: keyof LocalizedText) =>
    spoken.replace(placeholder, (whole, name: string) => {
      const label = labels[name];
      if (label === undefined) return whole;
      const words = wordsOf(label, situation);
      return words[language] ?? words.en;
    });
  const filled: Partial<Record<keyof LocalizedText, string>> = {};
  for (const language of languages) {
    const spoken = text[language];
    if (spoken !== undefined) filled[language] = inLanguage(spoken, language);
  }
  return { ...text, ...filled };
}

function wordsOf({ variants, otherwise }: Label, situation: Situation): LocalizedText {
  return variants.find(({ when }) => judgeWhen(when, situation) === 'met')?.text ?? otherwise;
}
