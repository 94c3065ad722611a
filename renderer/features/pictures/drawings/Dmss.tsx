import { useTranslation } from 'react-i18next';
import classes from '../Pictures.module.css';
import { Arrow, At, Blank, Mark, PaintedQr, Panel, Sheet, Words } from '../parts.tsx';

export function DmssToolManager() {
  const { t } = useTranslation('pictures');
  return <Way tab={t('device.me')} entry={t('device.toolManager')} last={t('device.passwordResetting')} />;
}

export function DmssTestTool() {
  const { t } = useTranslation('pictures');
  return <Way tab={t('device.me')} entry={t('device.testTool')} last={t('device.passwordResetting')} />;
}

/** iDMSS, gDMSS and their Plus releases: one screen less. */
export function DmssMore() {
  const { t } = useTranslation('pictures');
  return <Way tab={t('device.more')} entry={t('device.resetDevicePassword')} last={null} />;
}

type WayProps = { readonly tab: string; readonly entry: string; readonly last: string | null };

/** Phones from left to right: the entry, the tool, the scanner. */
function Way({ tab, entry, last }: WayProps) {
  const start = last === null ? 150 : 40;
  return (
    <Sheet height={264}>
      <At x={start} y={4}>
        <Phone tab={tab} />
        <Row y={92} text={entry} />
        <Mark x={88} y={216} w={54} h={28} n={1} />
        <Mark x={8} y={86} w={134} h={32} n={2} />
        <Arrow x={164} y={120} />
      </At>
      {last !== null && (
        <At x={start + 200} y={4}>
          <Phone />
          <Row y={92} text={last} />
          <Mark x={8} y={86} w={134} h={32} n={3} />
          <Arrow x={164} y={120} />
        </At>
      )}
      <At x={start + (last === null ? 200 : 400)} y={4}>
        <Scanner n={last === null ? 3 : 4} />
      </At>
    </Sheet>
  );
}

function Phone({ tab = '' }: { readonly tab?: string }) {
  return (
    <g>
      <Panel x={0} y={0} w={150} h={256} radius={20} />
      <rect x={56} y={8} width={38} height={5} rx={2.5} className={classes['blank']} />
      <circle cx={32} cy={40} r={13} className={classes['blank']} />
      <Blank x={54} y={32} w={64} />
      <Blank x={54} y={43} w={42} />
      {[64, 128, 160].map((y) => (
        <g key={y}>
          <Blank x={32} y={y + 6} w={78} />
          <circle cx={20} cy={y + 8.5} r={4} className={classes['blank']} />
        </g>
      ))}
      <path d="M8 212 h134" className={classes['stroke']} strokeOpacity={0.35} />
      {[30, 74].map((x) => (
        <Blank key={x} x={x - 12} y={227} w={24} />
      ))}
      {tab !== '' && (
        <Words x={115} y={234} anchor="middle" tone="accent" isBold>
          {tab}
        </Words>
      )}
    </g>
  );
}

/** An entry that the way goes through; covers what is under it. */
function Row({ y, text }: { readonly y: number; readonly text: string }) {
  return (
    <g>
      <Panel x={10} y={y} w={130} h={20} tone="sunken" radius={6} />
      <Words x={18} y={y + 14} size={text.length > 20 ? 9.5 : 11} isBold>
        {text}
      </Words>
    </g>
  );
}

function Scanner({ n }: { readonly n: number }) {
  return (
    <g>
      <Panel x={0} y={0} w={150} h={256} tone="night" radius={20} />
      <PaintedQr x={34} y={84} side={82} />
      <path
        d="M22 90 v-18 h18 M110 72 h18 v18 M128 160 v18 h-18 M40 178 h-18 v-18"
        className={classes['arrow']}
      />
      <Mark x={14} y={64} w={122} h={122} n={n} />
    </g>
  );
}
