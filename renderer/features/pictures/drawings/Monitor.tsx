import { useTranslation } from 'react-i18next';
import { Arrow, At, Blank, Field, Mark, PaintedButton, PaintedQr, Panel, Sheet, Words } from '../parts.tsx';
import { LiveView } from './LiveView.tsx';

/** How one generation of the recorder's own screen looks, as far as it is known. */
interface Look {
  /** Boxes with square or round corners. */
  readonly radius: number;
  /** The name of the list above the code. */
  readonly list: string;
  /** The entries of the list when it is open. */
  readonly modes: readonly string[];
}

export function MonitorOlder() {
  const { t } = useTranslation('pictures');
  return <Monitor look={{ radius: 0, list: t('device.resetType'), modes: [] }} />;
}

export function Monitor4() {
  const { t } = useTranslation('pictures');
  return <Monitor look={{ radius: 3, list: t('device.resetTypeOrMode'), modes: [] }} />;
}

export function Monitor2022() {
  const { t } = useTranslation('pictures');
  const modes = [t('device.modeMail'), t('device.modeBinding'), t('device.modeQuestions')];
  return <Monitor look={{ radius: 8, list: t('device.resetMode'), modes }} />;
}

/** Two screens: the login over the live picture, then the reset page. */
function Monitor({ look }: { readonly look: Look }) {
  return (
    <Sheet height={236}>
      <Login look={look} />
      <Arrow x={311} y={108} />
      <At x={340} y={0}>
        <ResetPage look={look} />
      </At>
    </Sheet>
  );
}

function Login({ look: { radius } }: { readonly look: Look }) {
  const { t } = useTranslation('pictures');
  return (
    <g>
      <LiveView />
      <path d="M44 34 l0 17 l4.5 -4 l3 7 l3.5 -1.6 l-3 -6.8 l6 0 z" fill="#fff" stroke="#111" />
      <Mark x={34} y={26} w={34} h={38} n={1} />
      <Panel x={70} y={72} w={182} h={118} radius={radius} />
      <Words x={84} y={92} isBold>
        {t('device.login')}
      </Words>
      <Field x={84} y={102} w={120} text="admin" radius={radius} />
      <Field x={84} y={130} w={120} text="••••••" radius={radius} />
      <circle cx={224} cy={141} r={8} fill="none" stroke="currentColor" />
      <Words x={224} y={145} anchor="middle" isBold>
        ?
      </Words>
      <Mark x={210} y={127} w={28} h={28} n={2} />
      <PaintedButton x={84} y={160} w={66} label={t('device.ok')} isMain radius={radius} />
      <Words x={240} y={176} anchor="end" size={9.5} tone="dim">
        {t('device.forgotPassword')}
      </Words>
    </g>
  );
}

function ResetPage({ look: { radius, list, modes } }: { readonly look: Look }) {
  const { t } = useTranslation('pictures');
  return (
    <g>
      <LiveView />
      <Panel x={10} y={10} w={276} h={182} radius={radius} />
      <Words x={24} y={30} isBold>
        {t('device.passwordReset')}
      </Words>
      <Words x={24} y={51} size={9.5} tone="dim">
        {list}
      </Words>
      <Field x={136} y={38} w={138} text={modes[0] ?? ''} isList radius={radius} />
      <PaintedQr x={24} y={66} side={92} />
      <Blank x={130} y={76} w={130} />
      <Blank x={130} y={88} w={104} />
      <Words x={24} y={178} size={9.5} tone="dim">
        {t('device.securityCode')}
      </Words>
      <Field x={100} y={163} w={92} radius={radius} />
      <PaintedButton x={206} y={163} w={66} label={t('device.next')} isMain radius={radius} />
      {modes.length > 0 && (
        <g>
          <Panel x={136} y={60} w={138} h={62} radius={radius} />
          {modes.map((mode, index) => (
            <Words key={mode} x={144} y={76 + index * 18} size={9.5}>
              {mode}
            </Words>
          ))}
        </g>
      )}
      <Mark x={18} y={60} w={104} h={102} n={3} side="start" />
      <Mark x={94} y={158} w={104} h={32} n={4} />
    </g>
  );
}
