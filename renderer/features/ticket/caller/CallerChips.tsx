import { VisuallyHidden } from '@mantine/core';
import { IconBarcode, IconMail, IconPhone, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatPhone } from '../../../../core/phone.ts';
import classes from './CallerLine.module.css';
import type { CallerText } from './read-customer-text.ts';

/** How the line is understood, part by part, while it is typed. */
export function CallerChips({ text: { name, phones, emails, serial } }: { readonly text: CallerText }) {
  const { t } = useTranslation('ticket');
  const chips = [
    ...(name === '' ? [] : [{ kind: t('customer.name'), icon: IconUser, text: name }]),
    ...phones.map((phone) => ({ kind: t('customer.phone'), icon: IconPhone, text: formatPhone(phone) })),
    ...emails.map((email) => ({ kind: t('customer.email'), icon: IconMail, text: email })),
    ...(serial === null ? [] : [{ kind: t('device.serial'), icon: IconBarcode, text: serial }]),
  ];
  return (
    <ul className={classes['chips']} aria-label={t('customer.understood')}>
      {chips.map(({ kind, icon: Icon, text }) => (
        <li key={`${kind} ${text}`} className={classes['chip']} title={kind}>
          <Icon aria-hidden size={14} />
          <VisuallyHidden>{kind}:</VisuallyHidden> {text}
        </li>
      ))}
    </ul>
  );
}
