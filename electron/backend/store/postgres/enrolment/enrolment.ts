import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { connectionDataSchema } from '../connection-data.ts';
import { refusal } from '../finding.ts';
import { MEMBER_KINDS } from '../schema/groups.ts';
import { type Sealed, seal, unseal } from './sealed-file.ts';

const TEAM_KEY_BYTES = 32;

/** Seals what the server is not to see; each console has it, the server never. */
const teamKeySchema = z.base64().refine((text) => Buffer.from(text, 'base64').length === TEAM_KEY_BYTES);

/** All that a console needs to become one of the team's. */
export const enrolmentSchema = z.strictObject({
  connection: connectionDataSchema,
  teamKey: teamKeySchema,
  /** As colleagues read it. */
  name: z.string(),
  kind: z.enum(MEMBER_KINDS),
});
export type Enrolment = z.infer<typeof enrolmentSchema>;

const KEY_FILE = 'resetdesk-team-key-1';
const ENROLMENT_FILE = 'resetdesk-enrolment-1';

/** A new team's key, as the administrator keeps it. */
export function sealNewTeamKey(): Promise<Sealed> {
  return seal(KEY_FILE, randomBytes(TEAM_KEY_BYTES).toString('base64'));
}

/** @throws TeamStoreError when the file or the passphrase will not do */
export function openTeamKey(content: string, passphrase: string): Promise<string> {
  return open(teamKeySchema, KEY_FILE, content, passphrase);
}

export function sealEnrolment(enrolment: Enrolment): Promise<Sealed> {
  return seal(ENROLMENT_FILE, enrolment);
}

/** @throws TeamStoreError when the file or the passphrase will not do */
export function openEnrolment(content: string, passphrase: string): Promise<Enrolment> {
  return open(enrolmentSchema, ENROLMENT_FILE, content, passphrase);
}

async function open<Schema extends z.ZodType>(
  schema: Schema,
  format: string,
  content: string,
  passphrase: string,
): Promise<z.infer<Schema>> {
  const opened = await unseal(format, content, passphrase);
  if (opened.ok) return schema.parse(opened.value);
  switch (opened.why) {
    case 'format':
      throw refusal(
        'file',
        'This is no file of that kind, or it is damaged.',
        'Take the file as it was written.',
      );
    case 'typo':
      throw refusal(
        'file',
        opened.group === null ? 'The passphrase is not whole.' : `There is a typo in group ${opened.group}.`,
        'It has seven groups of five characters; spaces and small letters do not matter.',
      );
    case 'passphrase':
      throw refusal(
        'file',
        'This passphrase does not open this file.',
        'Each file has its own; was one changed since?',
      );
  }
}
