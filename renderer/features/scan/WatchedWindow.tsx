import { Button, Stack, Text } from '@mantine/core';
import { IconPlayerStop } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { WatchableWindow } from '../../../core/contract/shell-records.ts';
import { useShortcuts } from '../../lib/shortcuts.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { Found } from './found.ts';
import { useFocusWhenShown } from './use-focus-when-shown.ts';
import { useWindowWatch } from './use-window-watch.ts';
import classes from './WatchPanel.module.css';

type Props = {
  /** Null: what the desktop has its user choose. */
  readonly window: WatchableWindow | null;
  readonly onFound: (found: readonly Found[]) => Promise<boolean>;
  readonly onStop: () => void;
};

/** The last picture of the watched window, what is seen in it, and the way to stop. */
export function WatchedWindow({ window: watched, onFound, onStop }: Props) {
  const { t } = useTranslation('scan');
  const { phase, stream } = useWindowWatch(watched?.id ?? null, onFound);
  const name = watched?.name ?? t('watch.desktop.name');
  const stop = useFocusWhenShown<HTMLButtonElement>();
  const words = watched === null ? `watch.desktop.${phase}` : `watch.${phase}`;
  const isOver = phase === 'ended' || phase === 'failed';
  const label = t(isOver ? 'watch.back' : 'watch.stop');
  useShortcuts([{ key: 'Escape', label, run: onStop }]);
  return (
    <Stack align="flex-start" gap="sm">
      {isOver ? (
        <Notice tone="warning" title={t(`${words}.title`, { name })}>
          {t(`${words}.next`)}
        </Notice>
      ) : (
        <>
          <Text role="status">
            {t(watched === null && phase === 'starting' ? 'watch.desktop.starting' : `watch.${phase}`, {
              name,
            })}
          </Text>
          <LastPicture stream={stream} />
        </>
      )}
      <Button
        ref={stop}
        variant="default"
        leftSection={<IconPlayerStop aria-hidden size={18} />}
        rightSection={<KeyHint name="Escape" />}
        aria-keyshortcuts="Escape"
        onClick={onStop}
      >
        {label}
      </Button>
    </Stack>
  );
}

function LastPicture({ stream }: { readonly stream: MediaStream | null }) {
  const { t } = useTranslation('scan');
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current !== null) video.current.srcObject = stream;
  }, [stream]);
  return (
    <video
      ref={video}
      className={classes['watched'] ?? ''}
      aria-label={t('watch.picture')}
      autoPlay
      muted
      playsInline
    />
  );
}
