import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Fact, Playbook, Step } from '../../../../core/playbook/schema.ts';
import { shownFacts } from '../../../../core/playbook/shown-facts.ts';
import type { Situation } from '../../../../core/playbook/situation.ts';
import { localize } from '../../../lib/localize.ts';
import { ShownOnRequest } from '../../../ui/ShownOnRequest.tsx';

type Props = { readonly playbook: Playbook; readonly step: Step; readonly situation: Situation };

/** Where the step's statements come from and how far they can be trusted; shown on request. */
export function Facts({ playbook, step, situation }: Props) {
  const { t, i18n } = useTranslation('ticket');
  const facts = shownFacts(playbook, step, situation);
  if (facts.length === 0) return null;
  return (
    <ShownOnRequest label={t('facts.label')} question={t('facts.question')} command="ticket.why">
      <Stack gap="xs" p="xs">
        {facts.map((fact) => (
          <div key={fact.id}>
            <Text size="sm">{localize(fact.statement, i18n.language)}</Text>
            <Text size="xs" c="dimmed">
              {[
                t('facts.source', { grade: t(`grades.${fact.grade}`), source: fact.source }),
                ...scopeOf(fact).map((scope) => t('facts.scope', { scope })),
              ].join(' ')}
            </Text>
          </div>
        ))}
      </Stack>
    </ShownOnRequest>
  );
}

/** The series and the time that a source speaks of, where it says so. */
function scopeOf({ series, years }: Fact): string[] {
  return [series, years].filter((scope) => scope !== undefined);
}
