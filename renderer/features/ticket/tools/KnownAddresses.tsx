import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/**
 * Addresses that the vendors' own texts name. Only to compare with: the device shows which one it wants.
 * Source: domain note 2, "Any QR reader + e-mail".
 */
const KNOWN_ADDRESSES = [
  { id: 'dahua', address: 'support_rpwd@global.dahuatech.com' },
  { id: 'neutral', address: 'support_gpwd@htmicrochip.com' },
] as const;

export function KnownAddresses() {
  const { t } = useTranslation('ticket');
  return (
    <div>
      <Text size="sm">{t('mail.known')}</Text>
      <ul>
        {KNOWN_ADDRESSES.map(({ id, address }) => (
          <li key={id}>
            <Text size="sm">
              <span className="rd-mono">{address}</span>
              <br />
              <Text span size="xs" c="dimmed">
                {t(`mail.knownFrom.${id}`)}
              </Text>
            </Text>
          </li>
        ))}
      </ul>
    </div>
  );
}
