import { Group, Loader, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackendState } from '../../core/contract/shell-records.ts';
import { useCall } from '../api/use-call.ts';
import classes from './RestartNews.module.css';

/** Long enough to read two short sentences twice. */
const SHOWN_MS = 6000;

/** Says that the backend is being restarted, and then that it is back. Stands in a live region. */
export function RestartNews() {
  const { t } = useTranslation('common');
  const phase = useRestartPhase(useCall('app.getBackendState', {}).data);
  if (phase === null) return null;
  return (
    <Group gap="xs" wrap="nowrap">
      {phase === 'restarting' ? (
        <Loader size={18} aria-hidden />
      ) : (
        <IconCircleCheck className={classes['done'] ?? ''} aria-hidden size={18} />
      )}
      <Text size="sm">{t(`backend.${phase}`)}</Text>
    </Group>
  );
}

function useRestartPhase(backend: BackendState | undefined): 'restarting' | 'back' | null {
  const knownRestarts = useRef<number | null>(null);
  const [isBackShown, setIsBackShown] = useState(false);
  const state = backend?.state;
  const restarts = backend?.restarts;
  useEffect(() => {
    if (state !== 'ready' || restarts === undefined) return;
    const isFirstAnswer = knownRestarts.current === null;
    const hasRestarted = !isFirstAnswer && restarts !== knownRestarts.current;
    knownRestarts.current = restarts;
    if (!hasRestarted) return;
    setIsBackShown(true);
    const timer = setTimeout(() => setIsBackShown(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [state, restarts]);
  if (state === 'restarting') return 'restarting';
  return state === 'ready' && isBackShown ? 'back' : null;
}
