import { Button, Code, Stack, Table, Text } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedPlaybook } from '../../../core/contract/records.ts';
import { useCall } from '../../api/use-call.ts';
import { localize } from '../../lib/localize.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { ContradictedSources } from './ContradictedSources.tsx';
import { ProcedureApproval, WithdrawButton } from './ProcedureApproval.tsx';
import { RefusedPlaybook } from './RefusedPlaybook.tsx';
import { Section } from './Section.tsx';

/** The procedures that tickets can take, and what became of the supervisor's own files. */
export function ProceduresSection() {
  const { t } = useTranslation('settings');
  const [areAllShown, setAllShown] = useState(false);
  const { data, error } = useCall('playbook.listSources', {});
  if (data === undefined) return <CallErrorNotice error={error} />;
  const { folder, sources } = data;
  const refused = sources.filter(({ state }) => state === 'refused');
  const asked = sources.filter(({ state }) => state === 'waiting' || state === 'declined');
  const usable = sources.filter(({ state }) => state === 'inUse' || state === 'replaced');
  const own = usable.filter(({ file }) => file !== null);
  const Chevron = areAllShown ? IconChevronUp : IconChevronDown;
  return (
    <Section title={t('procedures.title')}>
      <Text size="sm">
        {t('procedures.inUse', { count: usable.filter(({ state }) => state === 'inUse').length })}
      </Text>
      {folder !== null && (
        <Stack gap={4}>
          <Text size="sm" c="dimmed">
            {t('procedures.folder')}
          </Text>
          <Code block>{folder}</Code>
        </Stack>
      )}
      {asked.map((source) => (
        <ProcedureApproval key={`${source.file} ${source.digest}`} source={source} />
      ))}
      {refused.map((source) => (
        <RefusedPlaybook key={source.file} source={source} />
      ))}
      {(areAllShown || own.length > 0) && <Procedures sources={areAllShown ? usable : own} />}
      <div>
        <Button
          size="sm"
          variant="subtle"
          aria-expanded={areAllShown}
          leftSection={<Chevron aria-hidden size={16} />}
          onClick={() => setAllShown(!areAllShown)}
        >
          {t(areAllShown ? 'procedures.hideAll' : 'procedures.showAll')}
        </Button>
      </div>
      <ContradictedSources />
    </Section>
  );
}

function Procedures({ sources }: { readonly sources: readonly ListedPlaybook[] }) {
  const { t, i18n } = useTranslation('settings');
  return (
    <Table fz="sm" aria-label={t('procedures.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('procedures.name')}</Table.Th>
          <Table.Th>{t('procedures.version')}</Table.Th>
          <Table.Th>{t('procedures.source')}</Table.Th>
          <Table.Th>{t('procedures.state')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {sources.map(({ id, version, title, file, state, digest }) => (
          <Table.Tr key={`${id} ${version} ${file}`}>
            <Table.Td>{title === null ? id : localize(title, i18n.language)}</Table.Td>
            <Table.Td>{version}</Table.Td>
            <Table.Td>{file ?? t('procedures.builtIn')}</Table.Td>
            <Table.Td>
              {t(`procedures.states.${state}`)}
              {digest !== null && state === 'inUse' && <WithdrawButton digest={digest} />}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
