import type { TFunction } from 'i18next';
import { CallError, captureFailureOf, refusalOf, storeFailureOf } from '../../core/contract/errors.ts';

/** What happened, and what to do next. */
export type FailureWords = { readonly title: string; readonly next: string };

/** The words for a failed call; anything but a {@link CallError} is a bug. */
export function failureWords(error: Error, t: TFunction<string>): FailureWords {
  const code = error instanceof CallError ? error.code : 'internal';
  const failure = error instanceof CallError ? storeFailureOf(error) : null;
  if (failure !== null)
    return {
      title: t(`common:storeFailed.${failure}.title`),
      next: t(`common:storeFailed.${failure}.next`),
    };
  const capture = error instanceof CallError ? captureFailureOf(error) : null;
  if (capture !== null)
    return {
      title: t(`common:captureFailed.${capture}.title`),
      next: t(`common:captureFailed.${capture}.next`),
    };
  return {
    title: t(`common:errors.${code}.title`),
    next: code === 'refused' ? refusalWords(error.message, t) : t(`common:errors.${code}.next`),
  };
}

/** Why something was refused, in the language of the window; `message` is that of a `refused` or `conflict` error. */
export function refusalWords(message: string, t: TFunction<string>): string {
  const { ticketNumber, sentence } = refusalOf(message);
  // The English sentence is the key, with whatever full stops and colons it has.
  const what = t(sentence, { ns: 'refusals', keySeparator: false, nsSeparator: false });
  return ticketNumber === null ? what : t('undo:place', { number: ticketNumber, what });
}
