import { useTranslation } from 'react-i18next';
import classes from '../Pictures.module.css';
import { Arrow, At, Blank, Field, Mark, PaintedButton, PaintedQr, Panel, Sheet, Words } from '../parts.tsx';

export function BrowserWeb3() {
  const { t } = useTranslation('pictures');
  return <Browser link={t('device.forgotPasswordWeb3')} page={t('device.resetPage1')} radius={2} />;
}

export function BrowserWeb5() {
  const { t } = useTranslation('pictures');
  return <Browser link={t('device.forgetPasswordWeb5')} page={t('device.passwordReset')} radius={8} />;
}

type Props = { readonly link: string; readonly page: string; readonly radius: number };

/** Two pages of the device's own web site: the login, then the reset page. */
function Browser({ link, page, radius }: Props) {
  const { t } = useTranslation('pictures');
  return (
    <Sheet height={216}>
      <Window />
      <Panel x={66} y={52} w={164} h={136} radius={radius} />
      <Field x={82} y={68} w={132} text="admin" radius={radius} />
      <Field x={82} y={98} w={132} text="••••••" radius={radius} />
      <Words x={214} y={139} anchor="end" tone="accent" size={10.5}>
        {link}
      </Words>
      <Mark x={114} y={126} w={106} h={20} n={1} />
      <PaintedButton x={82} y={154} w={132} label={t('device.login')} isMain radius={radius} />
      <Arrow x={311} y={108} />
      <At x={340} y={0}>
        <Window />
        <Words x={18} y={54} isBold>
          {page}
        </Words>
        <PaintedQr x={20} y={76} side={100} />
        <Mark x={14} y={70} w={112} h={112} n={2} />
        <Blank x={142} y={60} w={128} />
        <Blank x={142} y={72} w={100} />
        <Words x={148} y={118} size={9.5} tone="dim">
          {t('device.securityCode')}
        </Words>
        <Field x={148} y={124} w={110} radius={radius} />
        <Mark x={142} y={104} w={124} h={48} n={3} />
        <PaintedButton x={206} y={170} w={66} label={t('device.next')} isMain radius={radius} />
      </At>
    </Sheet>
  );
}

function Window() {
  const { t } = useTranslation('pictures');
  return (
    <g>
      <Panel x={0} y={4} w={296} h={200} tone="sunken" radius={8} />
      {[14, 26, 38].map((x) => (
        <circle key={x} cx={x} cy={20} r={3.5} className={classes['blank']} />
      ))}
      <Panel x={52} y={11} w={232} h={18} radius={9} />
      <Words x={64} y={24} size={9.5} tone="dim" isMono>
        {t('device.address')}
      </Words>
      <path d="M0 36 h296" className={classes['stroke']} strokeOpacity={0.35} />
    </g>
  );
}
