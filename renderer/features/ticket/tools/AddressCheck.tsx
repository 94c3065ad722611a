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
  // An address of a desk's own file is not the vendor's word, whatever fact the file names for it.
  const whose = playbook.isDesksOwn === true ? 'ownMatch' : 'match';
  if (match === 'known') {
    const tone = whose === 'match' ? 'success' : 'info';
    return <Notice tone={tone} title={t(`mail.${whose}.known`, { address })} />;
  }
  if (known.length === 0) return null;
  return (
    <Notice tone="warning" title={t(`mail.${whose}.${match}`, { address })}>
      {t(`mail.matchNext.${match}`)}
    </Notice>
  );
}
