import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../core/assert-never.ts';
import type { ImportAnswer } from '../../../core/practice/config-tool.ts';
import { Notice } from '../../ui/Notice.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import type { Rehearsal } from './use-practice-device.ts';

/** A computer in the recorder's network with a pretend ConfigTool: its way by file. */
export function ConfigTool(rehearsal: Rehearsal) {
  const { t } = useTranslation('practice');
  return (
    <Paper component="section" aria-label={t('configTool.label')} withBorder p="sm">
      <Stack gap="xs">
        <Title order={2} size="h5">
          {t('configTool.title')}
        </Title>
        <Page {...rehearsal} />
      </Stack>
    </Paper>
  );
}

function Page(rehearsal: Rehearsal) {
  const { t } = useTranslation('practice');
  const { configTool, toolState, state } = rehearsal;
  switch (toolState.page) {
    case 'closed':
      return (
        <Button variant="default" onClick={() => configTool.open()}>
          {t('configTool.open')}
        </Button>
      );
    case 'devices':
      return (
        <>
          <Text size="sm">{t('configTool.found', { serial: state.label.serial })}</Text>
          <Button variant="default" onClick={() => configTool.exportFile()}>
            {t('configTool.export')}
          </Button>
        </>
      );
    case 'exported':
      return <Exported {...rehearsal} />;
    case 'newPassword':
      return <PasswordForm onSave={(wanted, repeated) => configTool.setPassword(wanted, repeated)} />;
    case 'done':
      return <Notice tone="success" title={t('configTool.done')} />;
    default:
      return assertNever(toolState.page);
  }
}

/** Between export and import: the tool stays open, or the file is worth nothing. */
function Exported({ configTool, toolState }: Rehearsal) {
  const { t } = useTranslation('practice');
  const [answer, setAnswer] = useState<ImportAnswer | null>(null);
  const isReturned = toolState.returnedAt !== null;
  return (
    <>
      <Notice
        tone={isReturned ? 'success' : 'info'}
        title={t(isReturned ? 'configTool.returned' : 'configTool.exported')}
      >
        {t('configTool.keepOpen')}
      </Notice>
      {answer?.ok === false && <Notice tone="danger" title={t(`configTool.problem.${answer.reason}`)} />}
      <Group gap="xs">
        {isReturned ? (
          <Button onClick={() => setAnswer(configTool.importFile())}>{t('configTool.import')}</Button>
        ) : (
          <Button onClick={() => configTool.sendFile()}>{t('configTool.send')}</Button>
        )}
        <Button variant="default" onClick={() => configTool.close()}>
          {t('configTool.close')}
        </Button>
      </Group>
    </>
  );
}
