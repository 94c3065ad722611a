import { useTranslation } from 'react-i18next';
import classes from '../Pictures.module.css';
import { Blank, Mark, PaintedButton, PaintedQr, Panel, Sheet, Words } from '../parts.tsx';

/** The vendor's tool on a computer in the device's network: menu, device, code. */
export function ConfigTool() {
  const { t } = useTranslation('pictures');
  return (
    <Sheet height={252}>
      <Panel x={4} y={4} w={632} h={244} tone="sunken" radius={8} />
      <Words x={20} y={24} size={11} isBold>
        ConfigTool
      </Words>
      <path d="M4 34 h632" className={classes['stroke']} strokeOpacity={0.35} />
      <Panel x={4} y={34} w={150} h={214} radius={0} />
      {[52, 82, 112, 142].map((y) => (
        <g key={y}>
          <circle cx={26} cy={y + 4} r={6} className={classes['blank']} />
          <Blank x={42} y={y + 1} w={84} />
        </g>
      ))}
      <Panel x={12} y={198} w={134} h={28} tone="accent" radius={6} />
      <Words x={24} y={216} tone="onAccent" isBold>
        {t('device.passwordReset')}
      </Words>
      <Mark x={6} y={192} w={146} h={40} n={1} />
      {[52, 84, 116].map((y, index) => (
        <g key={y}>
          <Panel x={168} y={y - 8} w={180} h={26} radius={4} />
          <rect x={178} y={y - 1} width={12} height={12} rx={3} className={classes['stroke']} />
          <Blank x={200} y={y + 2} w={index === 1 ? 74 : 90} />
        </g>
      ))}
      <PaintedButton x={282} y={81} w={58} label={t('device.reset')} isMain />
      <Mark x={276} y={75} w={70} h={34} n={2} />
      <Panel x={366} y={52} w={252} h={178} />
      <Words x={382} y={74} isBold>
        {t('device.passwordReset')}
      </Words>
      <PaintedQr x={382} y={88} side={108} />
      <Mark x={374} y={80} w={124} h={124} n={3} side="start" />
      <Blank x={512} y={96} w={90} />
      <Blank x={512} y={110} w={72} />
      <Blank x={512} y={124} w={84} />
      <PaintedButton x={540} y={198} w={66} label={t('device.next')} />
    </Sheet>
  );
}
