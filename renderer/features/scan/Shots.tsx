import { Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { toSvgPoints } from './corners.ts';
import type { Shot } from './judge.ts';
import classes from './Shots.module.css';

/** Small copies of the pictures that were looked at, with a code that was seen but not read marked in them. */
export function Shots({ shots }: { readonly shots: readonly Shot[] }) {
  const { t } = useTranslation('scan');
  return (
    <ul className={classes['shots']} aria-label={t('reports.shots')}>
      {shots.map(
        (shot, index) =>
          shot.thumbnail !== null && (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes once it is shown, and pictures have no id.
            <li key={index}>
              <ShotView shot={shot} thumbnail={shot.thumbnail} />
            </li>
          ),
      )}
    </ul>
  );
}

type ShotProps = { readonly shot: Shot; readonly thumbnail: ImageBitmap };

function ShotView({ shot, thumbnail }: ShotProps) {
  const { t } = useTranslation('scan');
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    canvas.current?.getContext('2d')?.drawImage(thumbnail, 0, 0);
  }, [thumbnail]);
  const { name, width, height, outline } = shot;
  const caption =
    name === null ? t('reports.shotUnnamed', { width, height }) : t('reports.shot', { name, width, height });
  return (
    <figure className={classes['shot']}>
      <div className={classes['picture']}>
        <canvas ref={canvas} width={thumbnail.width} height={thumbnail.height} aria-hidden />
        {outline !== null && (
          <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
            <polygon points={toSvgPoints(outline)} vectorEffect="non-scaling-stroke" />
          </svg>
        )}
      </div>
      <Text component="figcaption" size="xs" c="dimmed">
        {caption}
      </Text>
    </figure>
  );
}
