import { ActionIcon, Group, Slider, Stack, Switch, Text } from '@mantine/core';
import { IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../lib/shortcuts.tsx';
import { useCommandKey } from '../../ui/use-command-key.tsx';
import classes from './CameraTuning.module.css';
import type { Range } from './camera-abilities.ts';
import type { CameraTuningControl } from './use-camera-tuning.ts';
import { stepZoom, ZOOM_STEPS } from './zoom.ts';

type Props = { readonly tuning: CameraTuningControl };

/** Zoom for every camera; lens, focus and light only where the camera has them. */
export function CameraTuning({ tuning }: Props) {
  return (
    <>
      <ZoomButtons tuning={tuning} />
      <LensControls tuning={tuning} />
    </>
  );
}

function ZoomButtons({ tuning: { preference, change } }: Props) {
  const { t } = useTranslation('scan');
  const zoomOutKey = useCommandKey('scanner.zoomOut');
  const zoomInKey = useCommandKey('scanner.zoomIn');
  const { zoom } = preference;
  const zoomIn = () => change({ zoom: stepZoom(zoom, 'in') });
  const zoomOut = () => change({ zoom: stepZoom(zoom, 'out') });
  useShortcuts([
    { command: 'scanner.zoomIn', run: zoomIn },
    { command: 'scanner.zoomOut', run: zoomOut },
  ]);
  return (
    <Group gap="xs" role="group" aria-label={t('camera.zoom')}>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={t('camera.zoomOut')}
        aria-keyshortcuts={zoomOutKey.aria}
        disabled={zoom <= ZOOM_STEPS[0]}
        onClick={zoomOut}
      >
        <IconZoomOut aria-hidden size={18} />
      </ActionIcon>
      <Text className={classes['factor'] ?? ''} size="sm" ta="center" role="status">
        {t('camera.zoomFactor', { factor: zoom })}
      </Text>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={t('camera.zoomIn')}
        aria-keyshortcuts={zoomInKey.aria}
        disabled={zoom >= Math.max(...ZOOM_STEPS)}
        onClick={zoomIn}
      >
        <IconZoomIn aria-hidden size={18} />
      </ActionIcon>
    </Group>
  );
}

function LensControls({ tuning }: Props) {
  const { t } = useTranslation('scan');
  const lightKey = useCommandKey('scanner.light');
  const { abilities, preference, change, isTorchOn, setTorch } = tuning;
  const { lensZoom, focusDistance } = abilities;
  const isManual = preference.focusDistance !== null;
  useShortcuts([
    {
      command: 'scanner.light',
      run: () => setTorch(!isTorchOn),
      isEnabled: abilities.hasTorch,
      isQuiet: !abilities.hasTorch,
    },
  ]);
  return (
    <>
      {lensZoom !== null && (
        <LabelledSlider
          label={t('camera.lensZoom')}
          range={lensZoom}
          value={preference.lensZoom ?? lensZoom.min}
          onChange={(value) => change({ lensZoom: value })}
        />
      )}
      {focusDistance !== null && (
        <Switch
          checked={!isManual}
          label={t('camera.autoFocus')}
          onChange={() => change({ focusDistance: isManual ? null : focusDistance.min })}
        />
      )}
      {focusDistance !== null && isManual && (
        <LabelledSlider
          label={t('camera.focusDistance')}
          range={focusDistance}
          value={preference.focusDistance ?? focusDistance.min}
          onChange={(value) => change({ focusDistance: value })}
        />
      )}
      {abilities.hasTorch && (
        <Switch
          checked={isTorchOn}
          aria-keyshortcuts={lightKey.aria}
          onChange={() => setTorch(!isTorchOn)}
          label={
            <Group gap="xs" component="span">
              <span>{t('camera.torch')}</span>
              {lightKey.hint}
            </Group>
          }
        />
      )}
    </>
  );
}

type SliderProps = {
  readonly label: string;
  readonly range: Range;
  readonly value: number;
  readonly onChange: (value: number) => void;
};

function LabelledSlider({ label, range, value, onChange }: SliderProps) {
  return (
    <Stack gap={2} className={classes['slider'] ?? ''}>
      <Text size="sm" aria-hidden>
        {label}
      </Text>
      <Slider
        thumbLabel={label}
        label={null}
        min={range.min}
        max={range.max}
        step={range.step}
        defaultValue={value}
        onChangeEnd={onChange}
      />
    </Stack>
  );
}
