import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../ui/Notice.tsx';
import { readArrival } from '../arrival.ts';

/** Says why this ticket came up instead of the one the agent was on. */
export function ArrivalNotice() {
  const { t } = useTranslation('ticket');
  const [arrival] = useState(() => readArrival(window.history.state));
  if (arrival === null) return null;
  return (
    <Notice tone="info" title={t(`arrival.${arrival}.title`)}>
      {t(`arrival.${arrival}.detail`)}
    </Notice>
  );
}
