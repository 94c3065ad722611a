import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Customer } from '../../../core/contract/records.ts';
import { useCall } from '../../api/use-call.ts';
import { Notice } from '../../ui/Notice.tsx';
import { MergeDialog } from './MergeDialog.tsx';

/** Says that another customer could be the same one, without getting in the way. */
export function Doubles({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation('records');
  const [, navigate] = useLocation();
  const [otherId, setOtherId] = useState<string | null>(null);
  const found = useCall('customer.findDoubles', { customerId: customer.id }).data?.customers ?? [];
  return (
    <>
      {found.map((other) => (
        <Notice key={other.id} tone="info" title={t('double.title', { name: other.name || t('unnamed') })}>
          {t('double.detail')}
          <Group gap="xs" mt="xs">
            <Button size="xs" variant="default" onClick={() => navigate(`/customer/${other.id}`)}>
              {t('double.look')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setOtherId(other.id)}>
              {t('double.merge')}
            </Button>
          </Group>
        </Notice>
      ))}
      {otherId !== null && (
        <MergeDialog keptId={customer.id} otherId={otherId} onClose={() => setOtherId(null)} />
      )}
    </>
  );
}
