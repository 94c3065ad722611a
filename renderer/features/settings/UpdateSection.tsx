import { Button, Code, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { UpdateState } from '../../../core/update/update-state.ts';
import { useCall, useCommand } from '../../api/use-call.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from './Section.tsx';

/** What an administrator writes to name a feed; a folder does as well. */
const EXAMPLE = '{ "updateFeed": "https://updates.example.com/resetdesk/" }';

/** Later versions: off until an administrator names a place, and then only when the agent asks. */
export function UpdateSection() {
  const { t } = useTranslation('settings');
  const state = useCall('update.getState', {}).data;
  if (state === undefined) return null;
  return (
    <Section title={t('update.title')}>
      <Text size="sm">{t('update.what')}</Text>
      {state.state === 'off' ? <Off state={state} /> : <On state={state} />}
    </Section>
  );
}

function Off({ state }: { readonly state: Extract<UpdateState, { state: 'off' }> }) {
  const { t } = useTranslation('settings');
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {t(`update.off.${state.why}`)}
      </Text>
      {state.why !== 'noKey' && (
        <>
          <Text size="sm">{t('update.how', { file: state.file })}</Text>
          <Code block>{EXAMPLE}</Code>
        </>
      )}
    </Stack>
  );
}

type OnState = Exclude<UpdateState, { state: 'off' }>;

function On({ state }: { readonly state: OnState }) {
  const { t } = useTranslation('settings');
  const look = useCommand('update.look');
  const fetch = useCommand('update.fetch');
  const showFile = useCommand('update.showFile');
  const isBusy = state.state === 'looking' || state.state === 'fetching';
  return (
    <Stack gap="sm">
      <Text size="sm">{t('update.place', { place: state.place })}</Text>
      <Outcome state={state} />
      <CallErrorNotice error={look.error ?? fetch.error ?? showFile.error} />
      <Group gap="sm">
        <Button variant="default" disabled={isBusy} onClick={() => look.mutate({})}>
          {t('update.look')}
        </Button>
        {state.state === 'found' && <Button onClick={() => fetch.mutate({})}>{t('update.fetch')}</Button>}
        {state.state === 'ready' && (
          <Button onClick={() => showFile.mutate({})}>{t('update.showFile')}</Button>
        )}
      </Group>
    </Stack>
  );
}

function Outcome({ state }: { readonly state: OnState }) {
  const { t } = useTranslation('settings');
  switch (state.state) {
    case 'idle':
      return null;
    case 'looking':
    case 'current':
      return (
        <Text size="sm" role="status">
          {t(`update.${state.state}`)}
        </Text>
      );
    case 'refused':
      return (
        <Notice
          tone="danger"
          title={
            state.version === null
              ? t('update.refused')
              : t('update.refusedVersion', { version: state.version })
          }
        >
          {t(`update.reasons.${state.reason}`)}
        </Notice>
      );
    case 'found':
      return (
        <Notice
          tone="info"
          title={t('update.found', { version: state.version, size: megabytes(state.bytes) })}
        />
      );
    case 'fetching': {
      const percent = Math.floor((100 * state.done) / state.bytes);
      const words = t('update.fetching', { version: state.version, percent });
      return (
        <Stack gap={4}>
          <Text size="sm">{words}</Text>
          <Progress value={percent} aria-label={words} />
        </Stack>
      );
    }
    case 'ready':
      return (
        <Notice tone="success" title={t('update.ready', { version: state.version })}>
          <Stack gap={4}>
            <span>{t(`update.next.${state.kind}`, { file: state.file })}</span>
            <span>{t('update.back')}</span>
          </Stack>
        </Notice>
      );
  }
}

function megabytes(bytes: number): number {
  return Math.max(1, Math.round(bytes / 1_000_000));
}
