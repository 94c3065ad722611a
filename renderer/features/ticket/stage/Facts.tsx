import { Button, Stack, Text } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Playbook } from '../../../../core/playbook/schema.ts';
import { localize } from '../../../lib/localize.ts';
import { useShortcuts } from '../../../lib/shortcuts.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';

type Props = { readonly playbook: Playbook; readonly ids: readonly string[] };

/** Where the step's statements come from and how far they can be trusted; shown on request. */
export function Facts({ playbook, ids }: Props) {
  const { t, i18n } = useTranslation('ticket');
  const [isShown, setShown] = useState(false);
  const listId = useId();
  const facts = playbook.facts.filter(({ id }) => ids.includes(id));
  const toggle = () => setShown(!isShown);
  useShortcuts(
    facts.length === 0 ? [] : [{ key: 'W', label: t('facts.question'), run: toggle, isQuiet: true }],
  );
  if (facts.length === 0) return null;
  const Chevron = isShown ? IconChevronUp : IconChevronDown;
  return (
    <section aria-label={t('facts.label')}>
      <Button
        size="sm"
        variant="subtle"
        aria-expanded={isShown}
        aria-controls={listId}
        aria-keyshortcuts="W"
        leftSection={<Chevron aria-hidden size={16} />}
        rightSection={<KeyHint name="W" />}
        onClick={toggle}
      >
        {t('facts.question')}
      </Button>
      <div id={listId}>
        {isShown && (
          <Stack gap="xs" p="xs">
            {facts.map((fact) => (
              <div key={fact.id}>
                <Text size="sm">{localize(fact.statement, i18n.language)}</Text>
                <Text size="xs" c="dimmed">
                  {t('facts.source', { grade: t(`grades.${fact.grade}`), source: fact.source })}
                </Text>
              </div>
            ))}
          </Stack>
        )}
      </div>
    </section>
  );
}
