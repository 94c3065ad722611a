import { Button, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../core/contract/contract.ts';
import { shownName } from '../../../core/file-name.ts';
import type { MovableSetting } from '../../../core/settings/settings-file.ts';
import type { KeptSetting } from '../../../core/settings/weakenings.ts';
import { useCommand } from '../../api/use-call.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Part } from '../../ui/Part.tsx';

/** By the text that names each on this page. */
const NAMES: Readonly<Record<MovableSetting, string>> = {
  theme: 'settings:appearance.theme',
  language: 'settings:appearance.language',
  isCameraMirrored: 'settings:camera.mirror',
  isScanContinuous: 'scan:camera.continuous',
  areCropsKept: 'settings:evidence.crops',
  areSingleKeysEnabled: 'settings:keyboard.singleKeys',
  keys: 'settings:keyMap.title',
  queueDensity: 'settings:settingsFile.density',
  hotkey: 'settings:hotkey.title',
  areNotificationsShown: 'settings:reminders.desktop',
  clipboardClearSeconds: 'settings:clipboard.clear',
  lockAfterMinutes: 'settings:lock.after',
};

/** The settings of this computer as a file, and those of another one from there; says what was taken. */
export function SettingsFilePart() {
  const { t } = useTranslation('settings');
  const save = useCommand('settings.exportFile');
  const take = useCommand('settings.importFile');
  const report = take.data?.report ?? null;
  return (
    <Part
      title={t('settingsFile.title')}
      what={t('settingsFile.what')}
      status={
        <>
          {save.data?.isSaved === true && <Notice tone="success" title={t('settingsFile.saved')} />}
          {report !== null && <Report report={report} />}
          <CallErrorNotice error={save.error ?? take.error} />
        </>
      }
      actions={
        <>
          <Button variant="default" loading={save.isPending} onClick={() => save.mutate({})}>
            {t('settingsFile.export')}
          </Button>
          <Button variant="default" loading={take.isPending} onClick={() => take.mutate({})}>
            {t('settingsFile.import')}
          </Button>
        </>
      }
    />
  );
}

type ReportProps = { readonly report: NonNullable<CallOutput<'settings.importFile'>['report']> };

function Report({ report }: ReportProps) {
  const { t } = useTranslation(['settings', 'scan']);
  if (report.result === 'refused') {
    return (
      <Notice tone="danger" title={t(`settingsFile.refused.${report.why}`)}>
        {t(`settingsFile.refusedNext.${report.why}`)}
      </Notice>
    );
  }
  const { taken, kept, leftOut } = report;
  return (
    <Notice
      tone={leftOut.length + kept.length === 0 ? 'success' : 'warning'}
      title={t('settingsFile.taken', { count: taken.length })}
    >
      <List size="sm">
        {taken.map((name) => (
          <List.Item key={name}>{t(NAMES[name])}</List.Item>
        ))}
      </List>
      {kept.length > 0 && (
        <>
          <Text size="sm" mt="xs">
            {t('settingsFile.kept')}
          </Text>
          <List size="sm">
            {kept.map((setting) => (
              <List.Item key={setting.name}>
                {t(NAMES[setting.name])}: <KeptValue setting={setting} is="now" /> →{' '}
                <KeptValue setting={setting} is="offered" />
              </List.Item>
            ))}
          </List>
        </>
      )}
      {leftOut.length > 0 && (
        <Text size="sm" mt="xs">
          {t('settingsFile.leftOut', { names: leftOut.map((name) => shownName(name)).join(', ') })}
        </Text>
      )}
    </Notice>
  );
}

function KeptValue({ setting, is }: { readonly setting: KeptSetting; readonly is: 'now' | 'offered' }) {
  const { t } = useTranslation('settings');
  const value = setting[is];
  if (typeof value === 'boolean') return t(value ? 'settingsFile.on' : 'settingsFile.off');
  if (setting.name === 'clipboardClearSeconds') return t('clipboard.seconds', { count: value });
  return value === 0 ? t('lock.never') : t('lock.minutes', { count: value });
}
