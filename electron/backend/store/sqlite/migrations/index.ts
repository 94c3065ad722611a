import type { Migration } from 'kysely/migration';
import { firstRecords } from './0001-first-records.ts';
import { scanCrops } from './0002-scan-crops.ts';
import { deskRecords } from './0003-desk-records.ts';
import { playbooks } from './0004-playbooks.ts';
import { queue } from './0005-queue.ts';
import { words } from './0006-words.ts';
import { alarms } from './0007-alarms.ts';
import { recordLog } from './0008-record-log.ts';
import { records } from './0009-records.ts';
import { searchByKind } from './0010-search-by-kind.ts';
import { inOut } from './0011-in-out.ts';
import { attachments } from './0012-attachments.ts';
import { removedRecords } from './0013-removed-records.ts';
import { tracesOfACustomer } from './0014-traces-of-a-customer.ts';
import { recordsHead } from './0015-records-head.ts';
import { procedureDecisions } from './0016-procedure-decisions.ts';
import { formerOwners } from './0017-former-owners.ts';
import { contradictedLimits } from './0018-contradicted-limits.ts';
import { firmwareVersion } from './0019-firmware-version.ts';
import { searchKeys } from './0020-search-keys.ts';
import { workOrder } from './0021-work-order.ts';
import { changes } from './0022-changes.ts';
import { dashboard } from './0023-dashboard.ts';

/**
 * Every migration in order, numbered without gaps. Names are stored in the database: whoever renames one says so in `formerNames`. None
 * imports a rule of today, which would change what a released migration does.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-first-records': firstRecords,
  '0002-scan-crops': scanCrops,
  '0003-desk-records': deskRecords,
  '0004-playbooks': playbooks,
  '0005-queue': queue,
  '0006-words': words,
  '0007-alarms': alarms,
  '0008-record-log': recordLog,
  '0009-records': records,
  '0010-search-by-kind': searchByKind,
  '0011-in-out': inOut,
  '0012-attachments': attachments,
  '0013-removed-records': removedRecords,
  '0014-traces-of-a-customer': tracesOfACustomer,
  '0015-records-head': recordsHead,
  '0016-procedure-decisions': procedureDecisions,
  '0017-former-owners': formerOwners,
  '0018-contradicted-limits': contradictedLimits,
  '0019-firmware-version': firmwareVersion,
  '0020-search-keys': searchKeys,
  '0021-work-order': workOrder,
  '0022-changes': changes,
  '0023-dashboard': dashboard,
};
