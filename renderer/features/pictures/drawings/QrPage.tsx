import { useTranslation } from 'react-i18next';
import { Blank, Field, Mark, PaintedButton, PaintedQr, Panel, Sheet, Words } from '../parts.tsx';

/** The reset page: what is scanned, where its text may be sent, where the code goes. */
export function QrPage() {
  const { t } = useTranslation('pictures');
  return (
    <Sheet height={256}>
      <Panel x={4} y={4} w={632} h={248} radius={10} />
      <Words x={28} y={36} size={14} isBold>
        {t('device.passwordReset')}
      </Words>
      <PaintedQr x={28} y={54} side={172} />
      <Mark x={20} y={46} w={188} h={188} n={1} side="start" />
      <Blank x={236} y={60} w={368} />
      <Blank x={236} y={74} w={330} />
      <Blank x={236} y={88} w={110} />
      <Words x={356} y={95} size={12} isMono>
        {t('device.printedAddress')}
      </Words>
      <Mark x={348} y={80} w={232} h={22} n={2} />
      <Words x={236} y={137} size={12} tone="dim">
        {t('device.savedMailbox')}
      </Words>
      <Words x={356} y={137} size={12} isMono>
        a***@e*****.com
      </Words>
      <Mark x={348} y={121} w={140} h={24} n={3} />
      <Words x={236} y={187} size={12} tone="dim">
        {t('device.securityCode')}
      </Words>
      <Field x={356} y={172} w={150} />
      <Mark x={348} y={166} w={166} h={34} n={4} />
      <PaintedButton x={536} y={216} w={76} label={t('device.next')} isMain />
    </Sheet>
  );
}
