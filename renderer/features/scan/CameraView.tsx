import { Text } from '@mantine/core';
import { type CSSProperties, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveFrame } from '../../reader/scan-client.ts';
import classes from './CameraView.module.css';
import { toSvgPoints } from './corners.ts';
import type { Found } from './found.ts';
import { useLiveCodes } from './use-live-codes.ts';
import { zoomViewBox } from './zoom.ts';

type Props = {
  /** Null while the camera is starting. */
  readonly stream: MediaStream | null;
  readonly isMirrored: boolean;
  /** 1 shows all of the picture. */
  readonly zoom: number;
  readonly onSeen: (found: readonly Found[]) => void;
};

/** The live picture with the outlines of the codes in it. Mirroring turns picture and outlines, never what is read. */
export function CameraView({ stream, isMirrored, zoom, onSeen }: Props) {
  const { t } = useTranslation('scan');
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current !== null) video.current.srcObject = stream;
  }, [stream]);
  const [ratio, setRatio] = useState(16 / 9);
  const { frame, advice } = useLiveCodes(video, stream, zoom, onSeen);
  return (
    <div>
      <div className={classes['stage']} data-is-found={(frame?.outcome.codes.length ?? 0) > 0}>
        <div
          className={classes['picture']}
          style={{ '--ratio': ratio } as CSSProperties}
          data-is-mirrored={isMirrored}
        >
          <video
            ref={video}
            aria-label={t('camera.preview')}
            autoPlay
            muted
            playsInline
            onResize={({ currentTarget: { videoWidth, videoHeight } }) => {
              if (videoWidth > 0 && videoHeight > 0) setRatio(videoWidth / videoHeight);
            }}
            style={{ objectViewBox: zoomViewBox(zoom) }}
          />
          {frame !== null && <Outlines frame={frame} />}
        </div>
      </div>
      <Text role="status" size="sm" mt="xs">
        {t(stream === null ? 'camera.starting' : `camera.advice.${advice}`)}
      </Text>
    </div>
  );
}

function Outlines({ frame: { outcome, width, height } }: { readonly frame: LiveFrame }) {
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {outcome.codes.map((code) => (
        <polygon
          key={toSvgPoints(code.corners)}
          className={classes['read'] ?? ''}
          points={toSvgPoints(code.corners)}
        />
      ))}
      {outcome.glimpses.map((glimpse) => (
        <polygon
          key={toSvgPoints(glimpse.corners)}
          className={classes['glimpsed'] ?? ''}
          points={toSvgPoints(glimpse.corners)}
        />
      ))}
    </svg>
  );
}
