import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { ConnectionData } from '../connection-data.ts';
import { type Enrolment, sealEnrolment } from '../enrolment/enrolment.ts';
import type { Sealed } from '../enrolment/sealed-file.ts';
import { refusal } from '../finding.ts';
import { hint } from '../listener.ts';
import { groupsOf, type MemberKind } from '../schema/groups.ts';
import { writeOnPrimary } from './on-primary.ts';
import { scramVerifier } from './scram.ts';

const PASSWORD_BYTES = 24;
const DUPLICATE_OBJECT = '42710';

export interface Invitation {
  /** What the person logs in as; see `roleNameSchema`. */
  readonly role: string;
  /** As colleagues read it. */
  readonly name: string;
  readonly kind: MemberKind;
  readonly teamKey: string;
}

/** What is kept of it outside the database, before it counts: a passphrase that nobody has seen can not be told again. */
export interface Keeping {
  keep(sealed: Sealed): Promise<void>;
  /** It does not count and never will. */
  discard(): Promise<void>;
}

/**
 * Makes a member with a role of their own. No one knows the password: it is in the enrolment only.
 *
 * @param keeping takes the sealed enrolment; when it fails nobody was invited
 * @throws TeamStoreError when the name is taken, by somebody who was revoked too
 */
export async function invite(
  data: ConnectionData,
  { role, name, kind, teamKey }: Invitation,
  keeping: Keeping,
): Promise<void> {
  const password = randomBytes(PASSWORD_BYTES).toString('hex');
  const enrolment: Enrolment = { connection: { ...data, user: role, password }, teamKey, name, kind };
  const sealed: Sealed = await sealEnrolment(enrolment);
  const groups = groupsOf(data.database);
  await writeOnPrimary(data, async (link) => {
    await link.transact(async () => {
      await link.run(`create role ${role} login password '${scramVerifier(password)}'`).catch(refuseTaken);
      await link.run(`grant ${groups[kind]} to ${role}`);
      await link.run(`set local role ${groups.owner}`);
      await link.run('insert into members (id, name, kind, invited_at) values ($1, $2, $3, $4)', [
        role,
        name,
        kind,
        Date.now(),
      ]);
      await keeping.keep(sealed);
    }, keeping.discard);
    await hint(link);
  });
}

function refuseTaken(error: unknown): never {
  const parsed = z.object({ code: z.literal(DUPLICATE_OBJECT) }).safeParse(error);
  if (!parsed.success) throw error;
  throw refusal(
    'role',
    'There is a role of this name already.',
    'Take another name; that of somebody who was revoked stays theirs, as what they did bears it.',
  );
}
