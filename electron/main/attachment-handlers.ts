import type { attachmentCalls } from '../../core/contract/attachment-calls.ts';
import type { HandlersOf } from '../../core/contract/dispatch.ts';
import { fileNameFor } from '../../core/file-name.ts';
import { markAsForeign } from '../files/foreign-mark.ts';
import { writeWholeFile } from '../files/write-file.ts';
import type { FileDialogs } from './file-dialogs.ts';
import type { ShellContext } from './ipc.ts';
import type { OpenedFiles } from './opened-files.ts';
import type { StoreClient } from './store-client.ts';

export interface AttachmentServices {
  readonly store: Pick<StoreClient, 'readAttachment'>;
  readonly openedFiles: OpenedFiles;
  readonly dialogs: FileDialogs;
}

/** Attachments out of the database: shown by another program, or saved. */
export function attachmentHandlers({
  store,
  openedFiles,
  dialogs,
}: AttachmentServices): HandlersOf<typeof attachmentCalls, 'shell', ShellContext> {
  return {
    'attachment.open': async ({ attachmentId }) => {
      const { name, content } = await store.readAttachment(attachmentId);
      return { result: await openedFiles.open(name, content) };
    },
    'attachment.save': async ({ attachmentId }, { sender }) => {
      const { name, content } = await store.readAttachment(attachmentId);
      const file = await dialogs.chooseTarget(sender, fileNameFor(name), null);
      if (file === null) return { isSaved: false };
      await writeWholeFile(file, content, { beforeNaming: (part) => markAsForeign(part, Date.now()) });
      return { isSaved: true };
    },
  };
}
