import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type CommandArea,
  type CommandId,
  commandAreas,
  commandIds,
  commands,
} from '../../../core/commands/commands.ts';
import { type ChosenKeys, keyOf, onlyChosen } from '../../../core/commands/keymap.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { Notice } from '../../ui/Notice.tsx';
import classes from './SettingsPage.module.css';
import type { SectionProps } from './section-props.ts';
import { type Recording, useKeyRecorder } from './use-key-recorder.ts';

/** Every command with its key, which can be another one. */
export function KeyMap({ settings: { keys, hotkey }, onSave }: SectionProps) {
  const { t } = useTranslation('settings');
  const [isShown, setShown] = useState(false);
  const set = (changed: ChosenKeys) => onSave({ keys: onlyChosen({ ...keys, ...changed }) });
  const { recording, start, stop } = useKeyRecorder({ keys, hotkey }, (command, key) =>
    set({ [command]: key }),
  );
  const take = (command: CommandId, key: string, by: readonly CommandId[]) => {
    stop();
    set({ ...Object.fromEntries(by.map((other) => [other, null])), [command]: key });
  };
  return (
    <div>
      <Button variant="default" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
        {t('keyMap.title')}
      </Button>
      {isShown && (
        <Stack gap="md" mt="sm">
          <Text size="sm" c="dimmed">
            {t('keyMap.what')}
          </Text>
          {Object.keys(keys).length > 0 && (
            <Group>
              <Button variant="default" size="compact-sm" onClick={() => onSave({ keys: {} })}>
                {t('keyMap.resetAll')}
              </Button>
            </Group>
          )}
          {commandAreas.map((area) => (
            <Area key={area} area={area}>
              {(command) => (
                <KeyLine
                  command={command}
                  keys={keys}
                  recording={recording?.command === command ? recording : null}
                  onStart={() => start(command)}
                  onStop={stop}
                  onTake={take}
                  onSet={(key) => set({ [command]: key })}
                />
              )}
            </Area>
          ))}
        </Stack>
      )}
    </div>
  );
}

type AreaProps = {
  readonly area: CommandArea;
  readonly children: (command: CommandId) => ReactNode;
};

function Area({ area, children }: AreaProps) {
  const { t } = useTranslation('commands');
  const own = commandIds.filter((id) => commands[id].area === area && commands[id].isFixed !== true);
  return (
    <section aria-label={t(`areas.${area}`)}>
      <Title order={3} size="h6" mb={4}>
        {t(`areas.${area}`)}
      </Title>
      <ul className={classes['keyLines']}>
        {own.map((command) => (
          <li key={command}>{children(command)}</li>
        ))}
      </ul>
    </section>
  );
}

type LineProps = {
  readonly command: CommandId;
  readonly keys: ChosenKeys;
  readonly recording: Recording | null;
  readonly onStart: () => void;
  readonly onStop: () => void;
  readonly onTake: (command: CommandId, key: string, by: readonly CommandId[]) => void;
  readonly onSet: (key: string | null) => void;
};

function KeyLine({ command, keys, recording, onStart, onStop, onTake, onSet }: LineProps) {
  const { t } = useTranslation(['settings', 'commands']);
  const words = t(`commands:words.${command}`);
  const key = keyOf(command, keys);
  return (
    <>
      <Group gap="xs" wrap="nowrap">
        <Text size="sm" flex={1}>
          {words}
        </Text>
        {key === null ? (
          <Text size="xs" c="dimmed">
            {t('keyMap.none')}
          </Text>
        ) : (
          <KeyHint name={key} isSpoken />
        )}
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('keyMap.changeOf', { words })}
          onClick={onStart}
        >
          {t('keyMap.change')}
        </Button>
        {key !== commands[command].key && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t('keyMap.resetOf', { words })}
            onClick={() => onSet(commands[command].key)}
          >
            {t('keyMap.reset')}
          </Button>
        )}
        {key !== null && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t('keyMap.removeOf', { words })}
            onClick={() => onSet(null)}
          >
            {t('keyMap.remove')}
          </Button>
        )}
      </Group>
      {recording !== null && <News recording={recording} onStop={onStop} onTake={onTake} />}
    </>
  );
}

type NewsProps = { readonly recording: Recording } & Pick<LineProps, 'onStop' | 'onTake'>;

function News({ recording: { command, news }, onStop, onTake }: NewsProps) {
  const { t } = useTranslation(['settings', 'commands']);
  if (news.kind !== 'taken') {
    return (
      <Notice tone={news.kind === 'fault' ? 'warning' : 'info'} title={t('keyMap.recording')}>
        {news.kind === 'fault' && t(`keyMap.faults.${news.fault}`)}
      </Notice>
    );
  }
  const others = news.by.map((other) => t(`commands:words.${other}`)).join(', ');
  return (
    <Notice
      tone="warning"
      title={t('keyMap.taken', { others })}
      action={
        <Group gap="xs">
          <Button size="compact-sm" autoFocus onClick={() => onTake(command, news.key, news.by)}>
            {t('keyMap.take')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={onStop}>
            {t('keyMap.keep')}
          </Button>
        </Group>
      }
    >
      {t('keyMap.takenNext')}
    </Notice>
  );
}
