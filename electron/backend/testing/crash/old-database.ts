import { smallPlaybook } from '../../../../core/playbook/small-playbook.fixture.ts';
import { chainStart, linkHash } from '../../../../core/ticket/audit-chain.ts';
import type { Connection } from '../../store/sqlite/connection.ts';
import { migrations } from '../../store/sqlite/migrations/index.ts';
import { openSqliteStore } from '../../store/sqlite/open-sqlite-store.ts';
import { withConnection } from '../../store/sqlite/restore.ts';

/** So many customers, devices and tickets are in an old database. */
export const oldTickets = 40;

const at = Date.UTC(2025, 5, 1, 9);
const idOf = (kind: number, index: number) =>
  `0190a0a0-0000-7000-8${kind}00-${index.toString().padStart(12, '0')}`;
const fingerprintOf = (index: number) => index.toString(16).padStart(64, '0');

/** The first `steps` migrations, in order. */
export function firstMigrations(steps: number): typeof migrations {
  return Object.fromEntries(Object.entries(migrations).slice(0, steps));
}

/**
 * A database as an earlier version of the app left it: filled while the tables had their first form, then brought to the
 * form after `steps` migrations. Writes what that first version wrote, byte for byte, so it must not use today's code for it.
 */
export async function makeOldDatabase(file: string, keyHex: string, steps: number): Promise<void> {
  await (await openSqliteStore(file, keyHex, firstMigrations(1))).close();
  await withConnection(file, keyHex, fill);
  await (await openSqliteStore(file, keyHex, firstMigrations(steps))).close();
}

function fill(connection: Connection): void {
  connection.exec('begin');
  for (let index = 1; index <= oldTickets; index += 1) addTicket(connection, index);
  connection.exec(`update sequences set value = ${oldTickets}`);
  connection.exec('commit');
}

function addTicket(connection: Connection, index: number): void {
  const insert = (table: string, row: Readonly<Record<string, unknown>>) => {
    const marks = Object.keys(row).map(() => '?');
    const columns = Object.keys(row).join(', ');
    connection
      .prepare(`insert into ${table} (${columns}) values (${marks.join(', ')})`)
      .run(Object.values(row));
  };
  const versioned = { version: 1, change_seq: index, created_at: at + index, updated_at: at + index };
  const [customerId, deviceId, ticketId] = [idOf(1, index), idOf(2, index), idOf(3, index)] as const;
  const serial = `4G0A1B2PA${index.toString().padStart(6, '0')}`;
  insert('customers', {
    id: customerId,
    name: `Zoë Łoś ${index}`,
    phone: `0171 555${index}`,
    email: `zoe${index}@example.org`,
    search_key: `zoe los ${index} 0171555${index}`,
    ...versioned,
  });
  insert('devices', {
    id: deviceId,
    serial,
    kind: 'recorder',
    model: 'XVR5116',
    customer_id: customerId,
    search_key: serial.toLowerCase(),
    ...versioned,
  });
  const { events, state } = historyOf(index, { customerId, deviceId, serial });
  insert('tickets', {
    id: ticketId,
    number: index,
    playbook_id: smallPlaybook.id,
    status: 'open',
    lane: 'now',
    step_id: smallPlaybook.firstStepId,
    customer_id: customerId,
    device_id: deviceId,
    state: JSON.stringify(state),
    ...versioned,
  });
  let hash = chainStart;
  for (const [place, event] of events.entries()) {
    const link = {
      trailId: ticketId,
      sequence: place + 1,
      at,
      actor: 'Anna',
      eventJson: JSON.stringify(event),
    };
    hash = linkHash(hash, link);
    insert('ticket_events', {
      ticket_id: ticketId,
      sequence: place + 1,
      at,
      actor: 'Anna',
      event: link.eventJson,
      hash,
    });
  }
  insert('scans', {
    id: idOf(4, index),
    ticket_id: ticketId,
    fingerprint: fingerprintOf(index),
    header: 'PWDRA1KEY00001',
    source: 'screen',
    payload: 'PWDRA1KEY00001',
    scanned_at: at,
  });
}

function historyOf(index: number, { customerId, deviceId, serial }: Readonly<Record<string, string>>) {
  const { id: playbookId, version: playbookVersion, firstStepId: stepId } = smallPlaybook;
  const fingerprint = fingerprintOf(index);
  return {
    events: [
      { type: 'ticketOpened', playbookId, playbookVersion, stepId },
      { type: 'scanRecorded', scanId: idOf(4, index), fingerprint, source: 'screen' },
      { type: 'deviceAttached', deviceId, serial },
      { type: 'customerAttached', customerId },
    ],
    state: {
      playbookId,
      playbookVersion,
      stepId,
      passedSteps: [],
      status: 'open',
      outcome: null,
      customerId,
      deviceId,
      evidence: [],
      isOwnershipConfirmed: false,
      currentFingerprint: fingerprint,
      codesRequestedByFingerprint: {},
      request: null,
      wrongCodesInARow: 0,
      lockedUntil: null,
    },
  };
}
