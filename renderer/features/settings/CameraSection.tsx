import { NativeSelect, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { shownName } from '../../../core/file-name.ts';
import { findRemembered } from '../../lib/remembered-camera.ts';
import { type CameraChoice, listCameras } from './cameras.ts';
import { Section } from './Section.tsx';
import type { SectionProps } from './section-props.ts';
import { useMediaDevices } from './use-media-devices.ts';

/** Which camera the scanner opens, and whether its picture is mirrored. */
export function CameraSection({ settings, onSave }: SectionProps) {
  const { t } = useTranslation('settings');
  const remembered = { deviceId: settings.cameraDeviceId, label: settings.cameraLabel };
  const cameras = listCameras(useMediaDevices(), remembered);
  const chosen = findRemembered(cameras, remembered);
  const choose = (deviceId: string) => {
    const camera = cameras.find((candidate) => candidate.deviceId === deviceId);
    onSave({ cameraDeviceId: camera?.deviceId ?? null, cameraLabel: camera?.label ?? null });
  };
  const nameOf = (camera: CameraChoice, index: number) => {
    const name = shownName(camera.label ?? '') || t('camera.unnamed', { number: index + 1 });
    return camera.isConnected ? name : t('camera.unplugged', { name });
  };
  return (
    <Section title={t('camera.title')}>
      <NativeSelect
        label={t('camera.which')}
        description={cameras.length === 0 ? t('camera.none') : t('camera.whichWhat')}
        value={chosen?.deviceId ?? ''}
        onChange={(event) => choose(event.currentTarget.value)}
        data={[
          { value: '', label: t('camera.any') },
          ...cameras.map((camera, index) => ({ value: camera.deviceId, label: nameOf(camera, index) })),
        ]}
      />
      <Switch
        label={t('camera.mirror')}
        description={t('camera.mirrorWhat')}
        checked={settings.isCameraMirrored}
        onChange={(event) => onSave({ isCameraMirrored: event.currentTarget.checked })}
      />
    </Section>
  );
}
