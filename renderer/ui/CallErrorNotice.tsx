import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { failureWords } from '../lib/failure-words.ts';
import { Notice } from './Notice.tsx';

type Props = {
  readonly error: Error | null;
  readonly action?: ReactNode;
};

/** The sentence and next step for a failed call; nothing when there is no error. */
export function CallErrorNotice({ error, action }: Props) {
  const { t } = useTranslation('common');
  if (error === null) return null;
  const { title, next } = failureWords(error, t);
  return (
    <Notice tone="danger" title={title} action={action}>
      {next}
    </Notice>
  );
}
