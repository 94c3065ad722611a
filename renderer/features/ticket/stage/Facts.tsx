import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Playbook } from '../../../../core/playbook/schema.ts';
import { localize } from '../../../lib/localize.ts';
import { ShownOnRequest } from '../../../ui/ShownOnRequest.tsx';

type Props = { readonly playbook: Playbook; readonly ids: readonly string[] };

/** Where the step's statements come from and how far they can be trusted; shown on request. */
export function Facts({ playbook, ids }: Props) {
  const { t, i18n } = useTranslation('ticket');
  const facts = playbook.facts.filter(({ id }) => ids.includes(id));
  if (facts.length === 0) return null;
  return (
    <ShownOnRequest
      label={t('facts.label')}
      question={t('facts.question')}
      shortcut={{ key: 'W', label: t('facts.question') }}
    >
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
    </ShownOnRequest>
  );
}
