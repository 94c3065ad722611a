import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { CallInput, CallOutput } from '../../core/contract/contract.ts';
import type { DraftField } from '../../core/contract/desk-calls.ts';
import type { CallError } from '../../core/contract/errors.ts';
import { client } from '../api/client.ts';
import { useCall } from '../api/use-call.ts';
import { type Autosave, createAutosave } from './autosave.ts';
import { onHarmless, takeAsDecided, withoutHeldBack } from './harmless-words.ts';

/** The most that the contract takes, in characters. */
const MAX_LENGTH = 4000;

type Scope = CallInput<'draft.put'>['scope'];

/** Where this window has put a text: what the cached answer says of these, nobody has decided on in a window before it. */
const typedHere = new Set<string>();

export type Draft = {
  /** What was typed, also before a crash. What is typed before the stored text was read wins. */
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly error: CallError | null;
};

/**
 * Half-typed text that survives a crash. Saved after a short pause, and at once when the component or the page goes away;
 * what can not be stored is tried again.
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
  // While this is drawn, so that the notice beside the field does not ask before.
  useMemo(() => {
    if (!typedHere.has(placeOf(scope, field))) takeAsDecided(storedText);
  }, [scope, field, storedText]);
  return { text: typed ?? storedText, setText, error: error ?? stored.error };
}

type Writer = {
  readonly autosave: Autosave<{ text: string }>;
  /** Tells the field that is on screen; nobody while it is not. */
  tell: (failure: CallError | null) => void;
};

/** One for each place and never two: what an earlier one still tries to store must not come over newer text. */
const writers = new Map<string, Writer>();

function writerOf(queryClient: QueryClient, scope: Scope, field: DraftField): Writer {
  const place = placeOf(scope, field);
  const known = writers.get(place);
  if (known !== undefined) return known;
  const writer: Writer = {
    tell: () => undefined,
    autosave: createAutosave<{ text: string }>(1, {
      // A draft has no versions: the last text wins.
      send: async ({ text = '' }, version) => {
        typedHere.add(place);
        // The cached answer must not bring back older text when the field comes up again.
        queryClient.setQueryData<CallOutput<'draft.list'>>(['draft.list', { scope }], (before) =>
          before === undefined
            ? before
            : { drafts: [...before.drafts.filter((draft) => draft.field !== field), { field, text }] },
        );
        await client.call('draft.put', { scope, field, text });
        return version;
      },
      onSaved: () => undefined,
      onConflict: () => undefined,
      onFailure: (failure) => writer.tell(withoutHeldBack(failure)),
    }),
  };
  writers.set(place, writer);
  return writer;
}

function useDraftWriter(scope: Scope, field: DraftField) {
  const queryClient = useQueryClient();
  const [error, setError] = useState<CallError | null>(null);
  const [writer] = useState(() => writerOf(queryClient, scope, field));
  const { autosave } = writer;
  useEffect(() => {
    writer.tell = setError;
    return () => {
      writer.tell = () => undefined;
    };
  }, [writer]);
  useEffect(() => onHarmless(autosave.flush), [autosave]);
  useEffect(() => {
    window.addEventListener('pagehide', autosave.flush);
    return () => {
      window.removeEventListener('pagehide', autosave.flush);
      autosave.flush();
    };
  }, [autosave]);
  const schedule = useCallback((text: string) => autosave.change({ text }), [autosave]);
  return { schedule, error };
}

function placeOf(scope: Scope, field: DraftField): string {
  return `${scope} ${field}`;
}
