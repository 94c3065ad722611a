import { Button, Group, NativeSelect, Stack, Switch, Text } from '@mantine/core';
import { IconCamera } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shownName } from '../../../core/file-name.ts';
import { useCall, useCommand } from '../../api/use-call.ts';
import { useShortcuts } from '../../lib/shortcuts.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useCommandKey } from '../../ui/use-command-key.tsx';
import classes from './CameraPanel.module.css';
import { CameraTuning } from './CameraTuning.tsx';
import { CameraView } from './CameraView.tsx';
import type { Camera, CameraProblem } from './cameras.ts';
import type { Found } from './found.ts';
import { OtherWays } from './OtherWays.tsx';
import type { ScanTab } from './scan-state.ts';
import { useCamera } from './use-camera.ts';
import { useCameraTuning } from './use-camera-tuning.ts';

type Props = {
  /** False over a ticket, which takes one code. */
  readonly canContinue: boolean;
  readonly onSeen: (found: readonly Found[]) => void;
  readonly onPickTab: (tab: ScanTab) => void;
};

export function CameraPanel({ canContinue, onSeen, onPickTab }: Props) {
  const { t } = useTranslation('scan');
  const settings = useCall('settings.get', {}).data;
  const update = useCommand('settings.update');
  const [picked, setPicked] = useState<Camera | null>(null);
  const { state, cameras, retry } = useCamera({
    deviceId: picked?.deviceId ?? settings?.cameraDeviceId ?? null,
    label: picked?.label ?? settings?.cameraLabel ?? null,
  });
  const stream = state.kind === 'live' ? state.stream : null;
  const tuning = useCameraTuning(stream);
  const isMirrored = settings?.isCameraMirrored ?? false;

  const pick = (camera: Camera) => {
    setPicked(camera);
    update.mutate({ cameraDeviceId: camera.deviceId, cameraLabel: camera.label });
  };
  return (
    <Stack gap="sm">
      {state.kind === 'failed' ? (
        <CameraTrouble problem={state.problem} onRetry={retry} onPickTab={onPickTab} />
      ) : (
        <CameraView stream={stream} isMirrored={isMirrored} zoom={tuning.preference.zoom} onSeen={onSeen} />
      )}
      <Group gap="lg">
        <CameraControls
          cameras={cameras}
          deviceId={state.kind === 'live' ? state.deviceId : ''}
          isMirrored={isMirrored}
          onPick={pick}
          onMirror={() => update.mutate({ isCameraMirrored: !isMirrored })}
        />
        {stream !== null && <CameraTuning tuning={tuning} />}
      </Group>
      {canContinue && (
        <Switch
          checked={settings?.isScanContinuous ?? false}
          onChange={(event) => update.mutate({ isScanContinuous: event.currentTarget.checked })}
          label={t('camera.continuous')}
          description={t('camera.continuousDetail')}
        />
      )}
    </Stack>
  );
}

type TroubleProps = {
  readonly problem: CameraProblem;
  readonly onRetry: () => void;
  readonly onPickTab: (tab: ScanTab) => void;
};

function CameraTrouble({ problem, onRetry, onPickTab }: TroubleProps) {
  const { t } = useTranslation(['scan', 'common']);
  const label = t('common:actions.retry');
  useShortcuts([{ key: 'Enter', label, run: onRetry }]);
  return (
    <>
      <Notice
        tone="danger"
        title={t(`camera.problems.${problem}.title`)}
        action={
          <Button rightSection={<KeyHint name="Enter" />} onClick={onRetry}>
            {label}
          </Button>
        }
      >
        {t(`camera.problems.${problem}.next`)}
      </Notice>
      <OtherWays tab="camera" onPickTab={onPickTab} />
    </>
  );
}

type ControlsProps = {
  readonly cameras: readonly Camera[];
  readonly deviceId: string;
  readonly isMirrored: boolean;
  readonly onPick: (camera: Camera) => void;
  readonly onMirror: () => void;
};

function CameraControls({ cameras, deviceId, isMirrored, onPick, onMirror }: ControlsProps) {
  const { t } = useTranslation('scan');
  const mirrorKey = useCommandKey('scanner.mirror');
  useShortcuts([{ command: 'scanner.mirror', run: onMirror, isEnabled: cameras.length > 0 }]);
  if (cameras.length === 0) return null;
  return (
    <>
      <NativeSelect
        aria-label={t('camera.pick')}
        leftSection={<IconCamera aria-hidden size={18} />}
        className={classes['picker'] ?? ''}
        value={deviceId}
        onChange={(event) => {
          const camera = cameras.find((candidate) => candidate.deviceId === event.currentTarget.value);
          if (camera !== undefined) onPick(camera);
        }}
        data={cameras.map((camera, index) => ({
          value: camera.deviceId,
          label: shownName(camera.label) || t('camera.unnamed', { number: index + 1 }),
        }))}
      />
      <Switch
        checked={isMirrored}
        onChange={onMirror}
        aria-keyshortcuts={mirrorKey.aria}
        label={
          <Group gap="xs" component="span">
            <Text component="span" size="sm">
              {t('camera.mirror')}
            </Text>
            {mirrorKey.hint}
          </Group>
        }
      />
    </>
  );
}
