import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Double } from '../../../../core/contract/merge-calls.ts';
import type { Customer } from '../../../../core/contract/records.ts';
import { useCall } from '../../../api/use-call.ts';
import { CustomerMerge } from '../../merge/index.ts';
import classes from './Context.module.css';

/** Another customer has the number or address that was just typed: probably the same one. Namesakes are on the customer's page. */
export function CustomerDoubles({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation('ticket');
  const [double, setDouble] = useState<Double | null>(null);
  const found = useCall('customer.findDoubles', { customerId: customer.id }).data?.doubles ?? [];
  const sure = found.filter(({ shared }) => shared !== 'name');
  const close = () => setDouble(null);
  return (
    <>
      {sure.length > 0 && (
        <section aria-label={t('customer.doubles')} className={classes['known']}>
          <Text size="sm" fw={600} role="status">
            {t('customer.doubles')}
          </Text>
          {sure.map((other) => (
            <Button
              key={other.customer.id}
              variant="default"
              size="xs"
              h="auto"
              py={6}
              justify="flex-start"
              onClick={() => setDouble(other)}
            >
              <span className={classes['knownDevice']}>
                {other.customer.name || t('customer.unnamed')}
                <Text span size="xs" c="dimmed">
                  {t(`customer.shared.${other.shared}`)} · {t('customer.compare')}
                </Text>
              </span>
            </Button>
          ))}
        </section>
      )}
      {/* The one that was there before stays. */}
      {double !== null && (
        <CustomerMerge keptId={double.customer.id} otherId={customer.id} onClose={close} onMerged={close} />
      )}
    </>
  );
}
