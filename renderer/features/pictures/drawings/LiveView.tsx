import { useTranslation } from 'react-i18next';
import classes from '../Pictures.module.css';
import { Panel, Words } from '../parts.tsx';

const TILES = [
  { x: 8, y: 8 },
  { x: 150, y: 8 },
  { x: 8, y: 104 },
  { x: 150, y: 104 },
] as const;

/** A monitor with four camera pictures, on its stand. 296 wide, 228 high. */
export function LiveView() {
  const { t } = useTranslation('pictures');
  return (
    <g>
      <Panel x={0} y={0} w={296} h={204} tone="night" radius={10} />
      {TILES.map(({ x, y }, index) => (
        <g key={`${x} ${y}`}>
          <rect x={x} y={y} width={138} height={92} rx={3} className={classes['lens']} />
          <text x={x + 8} y={y + 86} fontSize={8} fill="#c7d3d9">
            {t('device.camera', { number: index + 1 })}
          </text>
        </g>
      ))}
      <path d="M128 204 h40 l6 16 h-52 z" className={classes['nightPanel']} />
      <Words x={288} y={226} anchor="end" size={9} tone="dim">
        {t('device.monitor')}
      </Words>
    </g>
  );
}
