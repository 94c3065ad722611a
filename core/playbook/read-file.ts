import { type JsonReading, type Place, readJson } from '../json-text.ts';
import { wellFormedValue } from '../well-formed.ts';
import { assemblePlaybook, type PlaybookLibrary, playbookSourceSchema } from './assemble.ts';
import { checkPlaybook } from './check.ts';
import { checkSituation } from './check-situation.ts';
import type { Playbook } from './schema.ts';
import type { SituationQuestion } from './situation.ts';

/** What a playbook file can take from, and the questions whose answers it can depend on. */
export interface PlaybookSurroundings {
  readonly library: PlaybookLibrary;
  readonly questions: readonly SituationQuestion[];
}

/** Why a playbook file is refused, in the words of its author. */
export interface PlaybookProblem {
  /** Where in the file; null for what is about the playbook as a whole. */
  readonly place: Place | null;
  /** `steps[3].answers[0].leadsTo`; empty where there is none. */
  readonly path: string;
  readonly reason: string;
}

export type PlaybookReading =
  | { readonly ok: true; readonly playbook: Playbook }
  | { readonly ok: false; readonly problems: readonly PlaybookProblem[] };

/** So many are enough to begin with. */
const problemsShown = 20;

/** Reads the text of a playbook file: JSON, the schema, what it includes, and the roads through it. Never throws. */
export function readPlaybookFile(
  text: string,
  { library, questions }: PlaybookSurroundings,
): PlaybookReading {
  // Some editors begin a file with a mark of its encoding.
  const json = readJson(text.replace(/^\ufeff/, ''));
  if (!json.ok) return { ok: false, problems: [{ place: json.place, path: '', reason: json.reason }] };
  const parsed = playbookSourceSchema.safeParse(wellFormedValue(json.value));
  if (!parsed.success) {
    return refused(parsed.error.issues, ({ path, message }) => ({
      place: json.placeOf(path),
      path: pathText(path),
      reason: message,
    }));
  }
  const source = parsed.data;
  const assembly = assemblePlaybook(source, library);
  const faults = assembly.ok
    ? [...checkPlaybook(assembly.playbook), ...checkSituation(assembly.playbook, questions)]
    : assembly.faults;
  if (assembly.ok && faults.length === 0) return assembly;
  return refused(faults, (reason) => ({
    place: placeOfStep(json, source.steps, reason),
    path: '',
    reason,
  }));
}

/** Only what is shown is looked up in the text, which takes as long as the text is. */
function refused<Fault>(
  faults: readonly Fault[],
  problemOf: (fault: Fault) => PlaybookProblem,
): PlaybookReading {
  return { ok: false, problems: faults.slice(0, problemsShown).map(problemOf) };
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}

/** A fault that names a step of the file itself is found where that step begins. */
function placeOfStep(
  { placeOf }: Extract<JsonReading, { ok: true }>,
  steps: readonly { readonly id: string }[],
  fault: string,
): Place | null {
  const stepId = /step "([^"]+)"/.exec(fault)?.[1];
  const index = steps.findIndex(({ id }) => id === stepId);
  return index === -1 ? null : placeOf(['steps', index]);
}
