import { Button, Group, Pill } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isFiltered, NO_FILTER, type QueueView } from '../../../../core/queue/view.ts';
import { chosenOf, toggled, withFilter } from './filter-choices.ts';
import { useChoiceWords } from './use-choice-words.ts';

type Props = { readonly view: QueueView; readonly onChange: (view: QueueView) => void };

/** What the list is narrowed to, each part with a way to take it away. */
export function FilterPills({ view, onChange }: Props) {
  const { t } = useTranslation('queue');
  const wordOf = useChoiceWords();
  const { filter } = view;
  if (!isFiltered({ ...filter, text: '' })) return null;
  return (
    <Group gap={6} role="group" aria-label={t('filter.active')}>
      {chosenOf(filter).map(({ name, option }) => (
        <Pill
          key={`${name} ${option}`}
          size="md"
          withRemoveButton
          removeButtonProps={{
            'aria-label': t('filter.remove', { what: wordOf(name, option) }),
            tabIndex: 0,
            'aria-hidden': false,
          }}
          onRemove={() => onChange(withFilter(view, toggled(filter, name, option)))}
        >
          {wordOf(name, option)}
        </Pill>
      ))}
      <Button
        size="compact-sm"
        variant="subtle"
        onClick={() => onChange(withFilter(view, { ...NO_FILTER, text: filter.text }))}
      >
        {t('filter.clear')}
      </Button>
    </Group>
  );
}
