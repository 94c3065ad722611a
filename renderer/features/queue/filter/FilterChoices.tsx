import { Checkbox, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { QueueView } from '../../../../core/queue/view.ts';
import { type Choice, toggled, withFilter } from './filter-choices.ts';
import { useChoiceWords } from './use-choice-words.ts';

type Props = {
  readonly choice: Choice;
  readonly view: QueueView;
  readonly onChange: (view: QueueView) => void;
};

/** One part of the filter; nothing ticked lets all through. */
export function FilterChoices({ choice, view, onChange }: Props) {
  const { t } = useTranslation('queue');
  const wordOf = useChoiceWords();
  const { name, options } = choice;
  const chosen: readonly string[] = view.filter[name];
  return (
    <Checkbox.Group label={t(`filter.${name}`)} value={[...chosen]} readOnly>
      <Group gap="sm" mt={4}>
        {options.map((option) => (
          <Checkbox
            key={option}
            value={option}
            label={wordOf(name, option)}
            onChange={() => onChange(withFilter(view, toggled(view.filter, name, option)))}
          />
        ))}
      </Group>
    </Checkbox.Group>
  );
}
