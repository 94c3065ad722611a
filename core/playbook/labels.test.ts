import { describe, expect, it } from 'vitest';
import { checkPlaybook } from './check.ts';
import { fillLabels } from './labels.ts';
import { playbookSchema } from './schema.ts';
import { smallPlaybook } from './small-playbook.fixture.ts';
import { localizedTextSchema } from './text.ts';

const [first, ...others] = smallPlaybook.steps;
const playbook = playbookSchema.parse({
  ...smallPlaybook,
  labels: {
    list: {
      variants: [
        { when: { generation: ['older'] }, text: { en: 'Reset Type', es: 'Tipo' } },
        { when: { generation: ['ui40', '2022plus'], screen: ['local'] }, text: { en: 'Reset Mode' } },
      ],
      otherwise: { en: 'Reset Type or Reset Mode' },
    },
  },
  steps: [
    {
      ...first,
      say: { en: 'Open {list}.', es: 'Abra {list}.' },
      do: [{ en: 'On the monitor.', when: { screen: ['local'] } }, { en: 'Look for {list}.' }],
    },
    ...others,
  ],
});

const sayIn = (situation: Readonly<Record<string, string>>) => fillLabels(playbook, situation).steps[0];

describe('fillLabels', () => {
  it('takes the words of the generation and the screen that are known', () => {
    expect(sayIn({ generation: 'older' })?.say).toEqual({ en: 'Open Reset Type.', es: 'Abra Tipo.' });
    expect(sayIn({ generation: '2022plus', screen: 'local' })?.say?.en).toBe('Open Reset Mode.');
  });

  it('names both while it is not known which', () => {
    expect(sayIn({})?.say?.en).toBe('Open Reset Type or Reset Mode.');
    expect(sayIn({ generation: 'ui40' })?.say?.en).toBe('Open Reset Type or Reset Mode.');
    expect(sayIn({ generation: 'unsure' })?.say?.es).toBe('Abra Reset Type or Reset Mode.');
  });

  it('leaves out lines that do not fit, and keeps those that may', () => {
    expect(sayIn({ screen: 'web' })?.do.map(({ en }) => en)).toEqual(['Look for Reset Type or Reset Mode.']);
    expect(sayIn({})?.do).toHaveLength(2);
  });
});

it('fills the labels of a text in every language that a text can have', () => {
  const languages = localizedTextSchema.keyof().options;
  const say = localizedTextSchema.parse(
    Object.fromEntries(languages.map((language) => [language, `${language}: {list}`])),
  );
  const spoken = { ...playbook, steps: playbook.steps.map((step) => ({ ...step, say })) };
  const filled = fillLabels(spoken, { generation: 'older' }).steps[0]?.say;
  for (const language of languages) expect(filled?.[language]).toMatch(/^..: (Reset Type|Tipo)$/);
});

it('a label that nobody wrote is a fault', () => {
  const { labels: _, ...rest } = playbook;
  expect(checkPlaybook(playbookSchema.parse(rest))).toContain('step "ownership": label "list" is missing');
});
