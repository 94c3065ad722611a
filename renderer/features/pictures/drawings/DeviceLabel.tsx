import { useTranslation } from 'react-i18next';
import classes from '../Pictures.module.css';
import { Blank, Mark, PaintedQr, Panel, Sheet, Words } from '../parts.tsx';

/** Widths of the bars and the gaps between them; looks like a bar code and is none. */
const BARS = [
  2, 1, 3, 1, 1, 2, 2, 1, 1, 3, 1, 2, 1, 1, 3, 2, 1, 1, 2, 1, 3, 1, 2, 2, 1, 1, 2, 3, 1, 1, 2, 1, 2, 1,
];

/** The sticker: the serial is asked for, its secret code is not. */
export function DeviceLabel() {
  const { t } = useTranslation('pictures');
  return (
    <Sheet height={228}>
      <Panel x={44} y={6} w={552} h={216} radius={14} />
      <Blank x={68} y={30} w={150} h={12} />
      <Words x={68} y={70} size={12} tone="dim">
        {t('device.model')}
      </Words>
      <Blank x={128} y={61} w={110} h={10} />
      <Bars />
      <Words x={68} y={152} size={14} isMono isBold>
        {t('device.serialExample')}
      </Words>
      <Mark x={58} y={84} w={252} h={78} n={1} />
      <PaintedQr x={408} y={28} side={132} />
      <Mark x={400} y={20} w={148} h={148} n={2} />
      <Words x={68} y={200} size={12} tone="dim" isMono>
        {t('device.safetyCode')}
      </Words>
      <path d="M62 205 L204 188" className={classes['strike']} />
      <Mark x={58} y={180} w={156} h={32} n={3} />
      <Blank x={408} y={188} w={132} />
      <Blank x={408} y={200} w={96} />
    </Sheet>
  );
}

function Bars() {
  let x = 68;
  const bars = BARS.map((width, index) => {
    const at = x;
    x += width * 4.3;
    return index % 2 === 0 ? `M${at} 96h${width * 4.3}v38h-${width * 4.3}z` : '';
  });
  return <path d={bars.join('')} className={classes['ink']} />;
}
