import type { CallOutput, ParsedInput } from '../../../core/contract/contract.ts';
import type { HandlersOf } from '../../../core/contract/dispatch.ts';
import type { transferCalls } from '../../../core/contract/transfer-calls.ts';
import type { Exported } from '../../../core/desk-log/desk-entry.ts';
import type { Call, Context } from '../work/call-context.ts';
import { logAtDesk } from '../work/desk-log.ts';
import type { Work } from '../work/work.ts';
import { byteOrderMark, csvLines } from './csv.ts';
import type { ImportDesk } from './import-desk.ts';
import { type ImportResult, ImportStopped, importRows } from './import-records.ts';
import type { Progress, Transfers } from './transfers.ts';

type TransferContext = Context<{
  readonly transfers: Transfers;
  readonly imports: ImportDesk;
  /** Writes records into a file, beside the calls. */
  readonly startExport: (call: Call, what: Exported, file: string) => void;
}>;

export const transferHandlers: HandlersOf<typeof transferCalls, 'backend', TransferContext> = {
  'transfer.getState': (_, { backend }) => backend.transfers.getState(),
  'transfer.cancel': (_, { backend }) => {
    backend.transfers.cancel();
    return {};
  },
  'store.export': ({ what, file, actor }, context) => {
    context.backend.startExport({ ...context, actor }, what, file);
    return {};
  },

  'store.makeTable': ({ rows }) => ({ table: `${byteOrderMark}${csvLines(rows)}` }),
  'store.readImport': ({ file }, { backend }) => backend.imports.read(file),
  'import.readAgain': ({ importId, reading }, { backend }) => backend.imports.readAgain(importId, reading),
  'import.check': (input, context) =>
    untilStopped(context, 'importCheck', async (progress) => {
      context.backend.imports.keep(input.importId, await tryOut(context, input, progress));
      return { result: 'done', report: context.backend.imports.report(input.importId) };
    }),
  'import.run': (input, context) => untilStopped(context, 'import', (run) => runImport(context, input, run)),
  'store.readProblems': ({ importId, words }, { backend }) => ({
    table: backend.imports.problemTable(importId, words),
  }),
  'import.putAway': (_, { backend }) => {
    backend.imports.putAway();
    return {};
  },
};

type ImportInput = ParsedInput<'import.run'>;
type ImportEnd = CallOutput<'import.run'>;

async function untilStopped(
  { backend }: TransferContext,
  task: 'import' | 'importCheck',
  work: (progress: Progress) => Promise<ImportEnd>,
): Promise<ImportEnd> {
  try {
    return await backend.transfers.run(task, work);
  } catch (error) {
    if (error instanceof ImportStopped) return { result: 'cancelled' };
    throw error;
  }
}

function runImport(
  context: TransferContext,
  { importId, ...choices }: ImportInput,
  progress: Progress,
): Promise<ImportEnd> {
  const { imports } = context.backend;
  return context.backend.command(
    context,
    async (work) => {
      const result = await importRows(work, imports.table(importId), choices, progress);
      await noteImport(work, result);
      imports.keep(importId, result);
      return { recordId: importId, isOther: false };
    },
    async (_, { recordId }) => ({ result: 'done', report: imports.report(recordId) }),
  );
}

async function noteImport(work: Work, { added, changed, problems }: ImportResult): Promise<void> {
  await logAtDesk(work, { type: 'imported', added, changed, refused: problems.length });
}

/** Carries the outcome of a trial out of the transaction that is rolled back. */
class TrialOver extends Error {
  readonly result: ImportResult;

  constructor(result: ImportResult) {
    super('The trial is over.');
    this.result = result;
  }
}

/** The import itself, rolled back at its end: so what is told before is what will be. */
async function tryOut(
  context: TransferContext,
  { importId, ...choices }: ImportInput,
  progress: Progress,
): Promise<ImportResult> {
  const table = context.backend.imports.table(importId);
  try {
    return await context.backend.perform(context, async (work) => {
      throw new TrialOver(await importRows(work, table, choices, progress));
    });
  } catch (error) {
    if (error instanceof TrialOver) return error.result;
    throw error;
  }
}
