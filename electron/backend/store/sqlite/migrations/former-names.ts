/**
 * Migrations by the names that they had while their numbers had gaps and a double. A database has the name that was current when
 * it was migrated; it gets the present one when it is opened.
 */
export const formerNames: Readonly<Record<string, string>> = {
  '0006-playbooks': '0004-playbooks',
  '0007-queue': '0005-queue',
  '0008-words': '0006-words',
  '0009-alarms': '0007-alarms',
  '0010-record-log': '0008-record-log',
  '0012-records': '0009-records',
  '0014-search-by-kind': '0010-search-by-kind',
  '0015-in-out': '0011-in-out',
  '0016-attachments': '0012-attachments',
  '0017-removed-records': '0013-removed-records',
  '0018-traces-of-a-customer': '0014-traces-of-a-customer',
  '0023-records-head': '0015-records-head',
  '0026-procedure-decisions': '0016-procedure-decisions',
  '0027-former-owners': '0017-former-owners',
  '0032-contradicted-limits': '0018-contradicted-limits',
  '0033-firmware-version': '0019-firmware-version',
};

/** What a migration is called now. */
export function presentName(name: string): string {
  return formerNames[name] ?? name;
}
