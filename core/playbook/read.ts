import * as z from 'zod';
import {
  type Assembly,
  assemblePlaybook,
  type PlaybookLibrary,
  playbookPartSchema,
  playbookSourceSchema,
} from './assemble.ts';
import { checkPlaybook } from './check.ts';
import { factSchema } from './schema.ts';

/** The whole and sound playbook of a parsed file, or all that is wrong with it in the words of its author. */
export function readPlaybook(file: unknown, library: PlaybookLibrary): Assembly {
  const source = playbookSourceSchema.safeParse(file);
  if (!source.success) {
    const faults = source.error.issues.map(({ path, message }) => `${path.join('.') || 'file'}: ${message}`);
    return { ok: false, faults };
  }
  const assembly = assemblePlaybook(source.data, library);
  if (!assembly.ok) return assembly;
  const faults = checkPlaybook(assembly.playbook);
  return faults.length > 0 ? { ok: false, faults } : assembly;
}

/** @throws if a shared file does not fit its schema: the app must not start with it */
export function readLibrary(partFiles: readonly unknown[], factFiles: readonly unknown[]): PlaybookLibrary {
  return {
    parts: z.array(playbookPartSchema).parse(partFiles),
    facts: factFiles.flatMap((file) => z.array(factSchema).parse(file)),
  };
}
