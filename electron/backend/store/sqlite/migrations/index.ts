import type { Migration } from 'kysely/migration';
import { firstRecords } from './0001-first-records.ts';
import { scanCrops } from './0002-scan-crops.ts';
import { deskRecords } from './0003-desk-records.ts';
import { playbooks } from './0006-playbooks.ts';
import { queue } from './0007-queue.ts';
import { words } from './0008-words.ts';
import { alarms } from './0009-alarms.ts';
import { recordLog } from './0010-record-log.ts';
import { records } from './0012-records.ts';
import { searchByKind } from './0014-search-by-kind.ts';
import { inOut } from './0015-in-out.ts';
import { attachments } from './0016-attachments.ts';
import { removedRecords } from './0017-removed-records.ts';
import { tracesOfACustomer } from './0018-traces-of-a-customer.ts';
import { recordsHead } from './0023-records-head.ts';
import { procedureDecisions } from './0026-procedure-decisions.ts';
import { formerOwners } from './0027-former-owners.ts';
import { contradictedLimits } from './0032-contradicted-limits.ts';
import { firmwareVersion } from './0033-firmware-version.ts';

/** Every migration in order. Names are stored in the database: they are never renamed, reordered or removed. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-first-records': firstRecords,
  '0002-scan-crops': scanCrops,
  '0003-desk-records': deskRecords,
  '0006-playbooks': playbooks,
  '0007-queue': queue,
  '0008-words': words,
  '0009-alarms': alarms,
  '0010-record-log': recordLog,
  '0012-records': records,
  '0014-search-by-kind': searchByKind,
  '0015-in-out': inOut,
  '0016-attachments': attachments,
  '0017-removed-records': removedRecords,
  '0018-traces-of-a-customer': tracesOfACustomer,
  '0023-records-head': recordsHead,
  '0026-procedure-decisions': procedureDecisions,
  '0027-former-owners': formerOwners,
  '0032-contradicted-limits': contradictedLimits,
  '0033-firmware-version': firmwareVersion,
};
