import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Customer } from '../../../core/contract/records.ts';
import { useCall } from '../../api/use-call.ts';
import { Notice } from '../../ui/Notice.tsx';
import { CustomerMerge } from '../merge/index.ts';

/** Says that another customer could be the same one, without getting in the way. */
export function Doubles({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation('records');
  const [, navigate] = useLocation();
  const [otherId, setOtherId] = useState<string | null>(null);
  const found = useCall('customer.findDoubles', { customerId: customer.id }).data?.doubles ?? [];
  const close = () => setOtherId(null);
  return (
    <>
      {found.map(({ customer: other, shared }) => (
        <Notice key={other.id} tone="info" title={t('double.title', { name: other.name || t('unnamed') })}>
          {t(`double.shared.${shared}`)}
          <Group gap="xs" mt="xs">
            <Button size="xs" variant="default" onClick={() => setOtherId(other.id)}>
              {t('double.merge')}
            </Button>
            <Button size="xs" variant="subtle" onClick={() => navigate(`/customer/${other.id}`)}>
              {t('double.look')}
            </Button>
          </Group>
        </Notice>
      ))}
      {otherId !== null && (
        <CustomerMerge
          keptId={customer.id}
          otherId={otherId}
          onClose={close}
          onMerged={(keptId) => {
            close();
            navigate(`/customer/${keptId}`);
          }}
        />
      )}
    </>
  );
}
