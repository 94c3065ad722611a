import { useTranslation } from 'react-i18next';
import classes from '../Pictures.module.css';
import { Arrow, At, Field, Mark, PaintedButton, Panel, Sheet, Words } from '../parts.tsx';
import { LiveView } from './LiveView.tsx';

const DOTS = [0, 1, 2];

/** The pattern that stands before the password on some recorders. */
export function UnlockPattern() {
  const { t } = useTranslation('pictures');
  return (
    <Sheet height={236}>
      <LiveView />
      <Panel x={60} y={14} w={176} h={176} />
      {DOTS.flatMap((row) =>
        DOTS.map((column) => (
          <g key={`${row} ${column}`}>
            <circle cx={108 + column * 40} cy={46 + row * 38} r={11} className={classes['stroke']} />
            <circle cx={108 + column * 40} cy={46 + row * 38} r={3.5} className={classes['dim']} />
          </g>
        )),
      )}
      <path d="M108 46 L148 46 L148 84 L188 122" className={classes['stroke']} strokeWidth={3} />
      <Words x={148} y={172} anchor="middle" tone="accent" size={10.5}>
        {t('device.forgotPattern')}
      </Words>
      <Mark x={78} y={157} w={140} h={24} n={1} />
      <Arrow x={311} y={108} />
      <At x={340} y={0}>
        <LiveView />
        <Panel x={50} y={40} w={196} h={122} />
        <Field x={66} y={56} w={164} text="admin" />
        <Field x={66} y={86} w={164} text="••••••" />
        <PaintedButton x={66} y={124} w={60} label={t('device.ok')} isMain />
        <Words x={230} y={139} anchor="end" tone="accent" size={10.5}>
          {t('device.forgotPassword')}
        </Words>
        <Mark x={138} y={124} w={102} h={24} n={2} />
      </At>
    </Sheet>
  );
}
