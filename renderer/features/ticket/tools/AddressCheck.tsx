import { useTranslation } from 'react-i18next';
import { matchAddress } from '../../../../core/mail/address-match.ts';
import type { Playbook } from '../../../../core/playbook/schema.ts';
import { Notice } from '../../../ui/Notice.tsx';

type Props = { readonly address: string; readonly playbook: Playbook };

/** Warns before a request goes where it may not belong. The device's own text decides; an unknown address is no mistake. */
export function AddressCheck({ address, playbook }: Props) {
  const { t } = useTranslation('ticket');
  const known = playbook.addresses.map((entry) => entry.address);
  const match = matchAddress(address, known);
  if (match === 'known') return <Notice tone="success" title={t('mail.match.known', { address })} />;
  if (known.length === 0) return null;
  return (
    <Notice tone="warning" title={t(`mail.match.${match}`, { address })}>
      {t(`mail.matchNext.${match}`)}
    </Notice>
  );
}
