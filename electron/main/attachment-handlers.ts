import type { attachmentCalls } from '../../core/contract/attachment-calls.ts';
import type { HandlersOf } from '../../core/contract/dispatch.ts';
import { fileNameFor } from '../../core/ticket/attachment.ts';
import type { ShellContext } from './ipc.ts';
import type { OpenedFiles } from './opened-files.ts';
import { saveAs } from './record-files.ts';
import type { StoreClient } from './store-client.ts';

export interface AttachmentServices {
  readonly store: Pick<StoreClient, 'readAttachment'>;
  readonly openedFiles: OpenedFiles;
}

/** Attachments out of the database: shown by another program, or saved. */
export function attachmentHandlers({
  store,
  openedFiles,
}: AttachmentServices): HandlersOf<typeof attachmentCalls, 'shell', ShellContext> {
  return {
    'attachment.open': async ({ attachmentId }) => {
      const { name, content } = await store.readAttachment(attachmentId);
      return { result: await openedFiles.open(name, content) };
    },
    'attachment.save': async ({ attachmentId }, { sender }) => {
      const { name, content } = await store.readAttachment(attachmentId);
      return { isSaved: await saveAs(sender, fileNameFor(name), null, content) };
    },
  };
}
