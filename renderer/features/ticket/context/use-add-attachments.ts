import { useState } from 'react';
import { shownFileName } from '../../../../core/file-name.ts';
import { findSecrets, withoutSecrets } from '../../../../core/privacy/secrets-in-text.ts';
import { MAX_ATTACHMENT_BYTES } from '../../../../core/ticket/attachment.ts';
import { useCommand } from '../../../api/use-call.ts';

type Refused = { readonly name: string; readonly reason: 'empty' | 'tooLarge' | 'unreadable' };

/** Keeps files with a ticket, one after the other; those that can not be kept are told by name. */
export function useAddAttachments(ticketId: string) {
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const [isAdding, setAdding] = useState(false);
  const command = useCommand('attachment.add');
  const keep = (file: File, content: Uint8Array<ArrayBuffer>) =>
    command.mutateAsync({ ticketId, name: withoutSecrets(file.name, findSecrets(file.name)), content });
  const add = async (files: readonly File[]) => {
    if (files.length === 0 || isAdding) return;
    setAdding(true);
    const faults: Refused[] = [];
    for (const file of files) {
      const content = await read(file);
      if (typeof content === 'string') faults.push({ name: shownFileName(file.name), reason: content });
      // A failure is shown by `error`; the others are tried all the same.
      else await keep(file, content).catch(() => undefined);
    }
    setRefused(faults);
    setAdding(false);
  };
  return { add, isAdding, refused, error: command.error };
}

async function read(file: File): Promise<Uint8Array<ArrayBuffer> | Refused['reason']> {
  if (file.size === 0) return 'empty';
  if (file.size > MAX_ATTACHMENT_BYTES) return 'tooLarge';
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return 'unreadable';
  }
}
