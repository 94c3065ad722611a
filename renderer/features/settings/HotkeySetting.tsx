import { Button, Group, Kbd, Switch, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/Notice.tsx';
import { keyCaps } from './accelerator.ts';
import type { SectionProps } from './section-props.ts';
import { type HotkeyMode, useHotkey } from './use-hotkey.ts';

const TONES = { untested: 'info', works: 'success', taken: 'warning', wayland: 'warning' } as const;

/** The key that scans from any program: which it is, whether it really arrives, and how to change it. */
export function HotkeySetting({ settings, onSave }: SectionProps) {
  const { t } = useTranslation('settings');
  const { state, mode, test, record } = useHotkey(settings.keys, (hotkey) => onSave({ hotkey }));
  if (state === undefined) return null;
  const { hotkey } = settings;
  return (
    <>
      <Switch
        label={t('hotkey.title')}
        description={t('hotkey.what')}
        checked={hotkey !== null}
        onChange={(event) => onSave({ hotkey: event.currentTarget.checked ? state.standard : null })}
      />
      {hotkey !== null && (
        <Group gap="sm">
          <Group gap={4} role="group" aria-label={t('hotkey.keys')}>
            {keyCaps(hotkey).map((cap) => (
              <Kbd key={cap}>{cap}</Kbd>
            ))}
          </Group>
          <Button variant="default" onClick={() => void record()}>
            {t('hotkey.change')}
          </Button>
          <Button variant="default" onClick={() => void test()}>
            {t('hotkey.test')}
          </Button>
        </Group>
      )}
      <HotkeyStatus state={state.state} mode={mode} />
    </>
  );
}

type StatusProps = {
  readonly state: 'off' | keyof typeof TONES;
  readonly mode: HotkeyMode;
};

function HotkeyStatus({ state, mode }: StatusProps) {
  const { t } = useTranslation('settings');
  if (mode.kind === 'recording') {
    return (
      <Notice tone={mode.refusal === null ? 'info' : 'warning'} title={t('hotkey.recording')}>
        {mode.refusal !== null && t(`hotkey.refused.${mode.refusal}`)}
      </Notice>
    );
  }
  if (mode.kind === 'testing') return <Notice tone="info" title={t('hotkey.testing')} />;
  if (state === 'off') return null;
  if (mode.isMissed && state !== 'works') {
    return (
      <Notice tone="warning" title={t('hotkey.missed')}>
        {t('hotkey.fallback')}
      </Notice>
    );
  }
  return (
    <Notice tone={TONES[state]} title={t(`hotkey.states.${state}`)}>
      {state === 'wayland' && <Text size="sm">{t('hotkey.fallback')}</Text>}
    </Notice>
  );
}
