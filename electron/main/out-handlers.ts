import type { HandlersOf } from '../../core/contract/dispatch.ts';
import type { outCalls } from '../../core/contract/out-calls.ts';
import { shownName } from '../../core/file-name.ts';
import type { ShellContext } from './ipc.ts';
import { openMailDraft } from './mail.ts';
import type { MailFiles } from './mail-files.ts';
import type { Printing } from './printing.ts';

interface OutServices {
  readonly mailFiles: MailFiles;
  readonly printing: Printing;
}

/** What leaves the program. */
export function outHandlers({
  mailFiles,
  printing,
}: OutServices): HandlersOf<typeof outCalls, 'shell', ShellContext> {
  return {
    'mail.openDraft': async (draft) => ({ isOpened: await openMailDraft(draft) }),
    'mail.makeMessageFile': (mail, { sender }) => mailFiles.makeMessage(mail, sender),
    'mail.makeFile': (mail, { sender }) => mailFiles.make(mail, sender),
    'print.listPrinters': async (_input, { sender }) => ({
      printers: (await sender.getPrintersAsync()).map(({ name, displayName }) => ({
        name,
        label: shownName(displayName === '' ? name : displayName),
      })),
    }),
    'print.savePdf': async ({ document, paper }, { sender }) => ({
      isSaved: await printing.savePdf(document, paper, sender),
    }),
    'print.print': async ({ document, paper, printer }) => ({
      result: await printing.print(document, paper, printer),
    }),
    'print.getDocument': (_input, { sender }) => printing.getDocument(sender),
    'print.ready': ({ height }, { sender }) => {
      printing.ready(sender, height);
      return {};
    },
  };
}
