import { Anchor, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/use-call.ts';
import { RecordPage } from './RecordPage.tsx';
import classes from './Records.module.css';
import { SearchField } from './SearchField.tsx';

const SHOWN = 50;

/** All devices, last changed first, found by any part of their serial or model. */
export function DevicesPage() {
  const { t } = useTranslation('records');
  const [text, setText] = useState('');
  const search = useCall('device.search', { text, limit: SHOWN }, { keepsPrevious: true });
  const found = search.data?.devices ?? null;
  return (
    <RecordPage
      title={t('devices.title')}
      action={<SearchField label={t('devices.search')} onSearch={setText} />}
      error={search.error}
    >
      {found !== null && (
        <ul className={classes['list']}>
          {found.map(({ device, customerName }) => (
            <li key={device.id} className={classes['line']}>
              <Anchor className="rd-mono" href={`#/device/${device.id}`}>
                {device.serial}
              </Anchor>
              <Text size="sm">{[device.model, customerName].filter((part) => part !== '').join(' · ')}</Text>
            </li>
          ))}
          {found.length === 0 && <li>{t('nothingFound')}</li>}
          {found.length === SHOWN && <li>{t('refine', { count: SHOWN })}</li>}
        </ul>
      )}
    </RecordPage>
  );
}
