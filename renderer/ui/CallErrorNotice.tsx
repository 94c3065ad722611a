import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CallError, storeFailureOf } from '../../core/contract/errors.ts';
import { Notice } from './Notice.tsx';

type Props = {
  readonly error: Error | null;
  readonly action?: ReactNode;
};

/** The sentence and next step for a failed call; nothing when there is no error. */
export function CallErrorNotice({ error, action }: Props) {
  const { t } = useTranslation('common');
  if (error === null) return null;
  const code = error instanceof CallError ? error.code : 'internal';
  const failure = error instanceof CallError ? storeFailureOf(error) : null;
  if (failure !== null) {
    return (
      <Notice tone="danger" title={t(`storeFailed.${failure}.title`)} action={action}>
        {t(`storeFailed.${failure}.next`)}
      </Notice>
    );
  }
  return (
    <Notice tone="danger" title={t(`errors.${code}.title`)} action={action}>
      {code === 'refused' ? error.message : t(`errors.${code}.next`)}
    </Notice>
  );
}
