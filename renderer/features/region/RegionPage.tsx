import { Button, Group, Paper, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Area } from '../../../core/contract/shell-records.ts';
import { client } from '../../api/client.ts';
import { useWindowTitle } from '../../lib/use-window-title.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { toPicturePixels } from './area.ts';
import classes from './RegionPage.module.css';
import { useArea, viewSize } from './use-area.ts';
import { useRegionView } from './use-region-view.ts';
import { useSettled } from './use-settled.ts';

/** Below this part of the window's height the bar would lie on the area, so it goes to the top. */
const BAR_MOVES_AT = 0.8;

/** Covers one display with its frozen picture, on which the agent marks the area with the code. */
export function RegionPage() {
  const { t } = useTranslation('region');
  useWindowTitle(t('windowTitle'));
  const { canvas, view } = useRegionView();
  const { picture } = view;
  const take = (marked: Area) => {
    if (picture === null) return;
    void client.call('region.take', { area: toPicturePixels(marked, viewSize(), picture) });
  };
  const { area, pointer } = useArea(take);
  useRegionKeys(() => take(area), view.screenCount > 1);
  const isLow = area.y + area.height > viewSize().height * BAR_MOVES_AT;
  return (
    // The arrow keys belong to the area, also with a screen reader.
    <main role="application" aria-label={t('label')} className={classes['page']}>
      <canvas ref={canvas} className={classes['picture']} aria-hidden />
      <div className={classes['stage']} {...pointer}>
        {picture !== null && <Frame area={area} pixels={toPicturePixels(area, viewSize(), picture)} />}
      </div>
      <Paper className={classes['bar'] ?? ''} data-is-top={isLow} shadow="md" p="sm">
        <Text size="sm">{t(view.hasFailed ? 'failed' : 'mouse')}</Text>
        <Group gap="xs" wrap="nowrap">
          {view.screenCount > 1 && (
            <Button variant="default" rightSection={<KeyHint name="Tab" />} onClick={focusNext} tabIndex={-1}>
              {t('next')}
            </Button>
          )}
          <Button variant="default" rightSection={<KeyHint name="Escape" />} onClick={cancel} tabIndex={-1}>
            {t('cancel')}
          </Button>
          <Button rightSection={<KeyHint name="Enter" />} onClick={() => take(area)} tabIndex={-1}>
            {t('take')}
          </Button>
        </Group>
      </Paper>
    </main>
  );
}

/** The marked area with everything else dimmed, and its size. */
function Frame({ area, pixels }: { readonly area: Area; readonly pixels: Area }) {
  const { t } = useTranslation('region');
  const said = useSettled(t('announce', pixels));
  return (
    <>
      <div
        className={classes['frame']}
        style={{ left: area.x, top: area.y, width: area.width, height: area.height }}
      >
        <span className={classes['size']} aria-hidden>
          {t('size', pixels)}
        </span>
      </div>
      <p role="status" className={classes['said']}>
        {said}
      </p>
    </>
  );
}

function useRegionKeys(take: () => void, hasOtherScreens: boolean): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.repeat) return;
      if (event.key === 'Enter') take();
      else if (event.key === 'Escape') cancel();
      else if (event.key === 'Tab' && hasOtherScreens) focusNext();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [take, hasOtherScreens]);
}

function cancel(): void {
  void client.call('region.cancel', {});
}

function focusNext(): void {
  void client.call('region.focusNext', {});
}
