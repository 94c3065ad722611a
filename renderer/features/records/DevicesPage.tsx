import { useTranslation } from 'react-i18next';
import type { DeviceLine } from '../../../core/contract/record-calls.ts';
import { client } from '../../api/client.ts';
import classes from './RecordList.module.css';
import type { Row } from './RecordList.tsx';
import { RecordListPage } from './RecordListPage.tsx';

/** Every device, found by any part of its serial or model. */
export function DevicesPage() {
  return (
    <RecordListPage
      kind="devices"
      name="device.list"
      read={(input) => client.call<'device.list'>('device.list', input)}
      rowsOf={({ devices }) => devices.map(rowOf)}
    />
  );
}

function rowOf(line: DeviceLine): Row {
  const { id } = line.device;
  return { id, path: `/device/${id}`, content: <DeviceRow line={line} /> };
}

function DeviceRow({ line: { device, customerName } }: { readonly line: DeviceLine }) {
  const { t } = useTranslation(['records', 'common']);
  return (
    <>
      <span className={`${classes['name']} rd-mono`}>{device.serial}</span>
      <span>
        {[device.model, t(`common:deviceKind.${device.kind}`)].filter((part) => part !== '').join(' · ')}
      </span>
      <span className={classes['quiet']}>{customerName || t('device.noOwner')}</span>
    </>
  );
}
