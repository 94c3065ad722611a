import { Button, Group, Loader, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { IconAppWindow, IconArrowLeft, IconRefresh } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { WatchableWindow } from '../../../core/contract/shell-records.ts';
import { useKeyOf, useShortcuts } from '../../lib/shortcuts.tsx';
import { drawBgra } from '../../reader/draw-bgra.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { keyProps } from '../../ui/use-command-key.tsx';
import { useFocusWhenShown } from './use-focus-when-shown.ts';
import { useWindowList } from './use-window-list.ts';
import classes from './WatchPanel.module.css';

/** The number keys; more windows than that can still be clicked. */
const MAX_KEYS = 9;

type Props = {
  readonly onChoose: (window: WatchableWindow) => void;
  readonly onBack: () => void;
};

export function WindowChooser({ onChoose, onBack }: Props) {
  const { t } = useTranslation('scan');
  const { windows, error, refresh } = useWindowList();
  const focused = useFocusWhenShown<HTMLDivElement>();
  const refreshKey = useKeyOf('scanner.windows');
  useShortcuts([
    ...(windows ?? []).slice(0, MAX_KEYS).map((window, index) => ({
      key: String(index + 1),
      label: window.name,
      run: () => onChoose(window),
    })),
    { command: 'scanner.windows', run: refresh },
    { key: 'Escape', label: t('watch.back'), run: onBack },
  ]);
  return (
    <Stack ref={focused} tabIndex={-1} gap="sm">
      <Title order={3} size="h4">
        {t('watch.title')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('watch.hint')}
      </Text>
      {error !== null && <CallErrorNotice error={error} />}
      {windows === null && <Loader size="sm" aria-hidden />}
      {windows?.length === 0 && error === null && (
        <Notice tone="info" title={t('watch.none')}>
          {t('watch.noneNext')}
        </Notice>
      )}
      <ol className={classes['windows']}>
        {windows?.map((window, index) => (
          <li key={window.id}>
            <WindowCard window={window} number={index + 1} onChoose={() => onChoose(window)} />
          </li>
        ))}
      </ol>
      <Group gap="sm">
        <Action icon={<IconArrowLeft aria-hidden size={18} />} keyName="Escape" onClick={onBack}>
          {t('watch.back')}
        </Action>
        <Action icon={<IconRefresh aria-hidden size={18} />} keyName={refreshKey} onClick={refresh}>
          {t('watch.again')}
        </Action>
      </Group>
    </Stack>
  );
}

type ActionProps = {
  readonly icon: ReactNode;
  readonly keyName: string | null;
  readonly onClick: () => void;
  readonly children: string;
};

function Action({ icon, keyName, onClick, children }: ActionProps) {
  return (
    <Button variant="default" leftSection={icon} {...keyProps(keyName)} onClick={onClick}>
      {children}
    </Button>
  );
}

type CardProps = {
  readonly window: WatchableWindow;
  readonly number: number;
  readonly onChoose: () => void;
};

function WindowCard({ window: { name, thumbnail }, number, onChoose }: CardProps) {
  const { t } = useTranslation('scan');
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current !== null && thumbnail !== null) drawBgra(canvas.current, thumbnail);
  }, [thumbnail]);
  return (
    <UnstyledButton
      className={classes['window'] ?? ''}
      aria-keyshortcuts={number <= MAX_KEYS ? String(number) : undefined}
      onClick={onChoose}
    >
      {thumbnail === null ? (
        <span className={classes['picture']}>
          <IconAppWindow aria-hidden size={32} />
          <Text component="span" size="xs" c="dimmed">
            {t('watch.noPicture')}
          </Text>
        </span>
      ) : (
        <canvas ref={canvas} className={classes['picture']} aria-hidden />
      )}
      <span className={classes['name']}>
        {number <= MAX_KEYS && <KeyHint name={String(number)} />}
        <Text component="span" size="sm" truncate>
          {name}
        </Text>
      </span>
    </UnstyledButton>
  );
}
