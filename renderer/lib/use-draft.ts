import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallInput, CallOutput } from '../../core/contract/contract.ts';
import type { DraftField } from '../../core/contract/desk-calls.ts';
import type { CallError } from '../../core/contract/errors.ts';
import { client } from '../api/client.ts';
import { useCall } from '../api/use-call.ts';

/** A pause in typing after which the text is written down. */
const SAVE_AFTER_MS = 200;

/** The most that the contract takes, in characters. */
const MAX_LENGTH = 4000;

type Scope = CallInput<'draft.put'>['scope'];

export type Draft = {
  /** What was typed, also before a crash. What is typed before the stored text was read wins. */
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly error: CallError | null;
};

/**
 * Half-typed text that survives a crash. Saved after a short pause, and at once when the component or the page goes away.
 * Scope and field may not change while the component is on screen: give it a key.
 *
 * @param scope a ticket's id, or `desk`
 */
export function useDraft(scope: Scope, field: DraftField): Draft {
  const stored = useCall('draft.list', { scope });
  const [typed, setTyped] = useState<string | null>(null);
  const { schedule, error } = useDraftWriter(scope, field);
  const setText = useCallback(
    (text: string) => {
      const kept = text.slice(0, MAX_LENGTH);
      setTyped(kept);
      schedule(kept);
    },
    [schedule],
  );
  const storedText = stored.data?.drafts.find((draft) => draft.field === field)?.text ?? '';
  return { text: typed ?? storedText, setText, error: error ?? stored.error };
}

function useDraftWriter(scope: Scope, field: DraftField) {
  const queryClient = useQueryClient();
  const [error, setError] = useState<CallError | null>(null);
  const pending = useRef<{ readonly text: string; readonly timer: ReturnType<typeof setTimeout> } | null>(
    null,
  );

  const flush = useCallback(() => {
    if (pending.current === null) return;
    const { text, timer } = pending.current;
    clearTimeout(timer);
    pending.current = null;
    // The cached answer must not bring back older text when the field comes up again.
    queryClient.setQueryData<CallOutput<'draft.list'>>(['draft.list', { scope }], (before) =>
      before === undefined
        ? before
        : { drafts: [...before.drafts.filter((draft) => draft.field !== field), { field, text }] },
    );
    client.call('draft.put', { scope, field, text }).then(() => setError(null), setError);
  }, [queryClient, scope, field]);

  const schedule = useCallback(
    (text: string) => {
      if (pending.current !== null) clearTimeout(pending.current.timer);
      pending.current = { text, timer: setTimeout(flush, SAVE_AFTER_MS) };
    },
    [flush],
  );

  useEffect(() => {
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush]);

  return { schedule, error };
}
