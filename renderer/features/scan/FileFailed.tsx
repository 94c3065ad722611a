import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../core/assert-never.ts';
import type { FileProblem } from '../../reader/open-file.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { FileFailure } from './read-files.ts';

type Props = { readonly failure: FileFailure };

/** What a file is that could not be opened, and what to ask for in its place. */
export function FileFailed({ failure: { name, problem } }: Props) {
  const { t } = useTranslation('scan');
  const path = `reports.file.${pathOf(problem)}`;
  const format = problem.kind === 'unreadable' ? t(`reports.file.formats.${problem.format}`) : '';
  const codec = problem.kind === 'unplayable' ? problem.codec : null;
  return (
    <Notice tone="danger" title={t(`${path}.title`, { name, format, codec })}>
      {t(`${path}.next`)}
    </Notice>
  );
}

/** A photo of a phone has a way of its own to come in another format; so has a document. */
function pathOf(problem: FileProblem): string {
  switch (problem.kind) {
    case 'unplayable':
      return problem.codec === null ? 'unplayable' : 'unplayableCodec';
    case 'unreadable':
      return ['heic', 'officeDocument', 'archive'].includes(problem.format) ? problem.format : 'unreadable';
    case 'lockedPdf':
    case 'brokenPdf':
    case 'brokenTiff':
    case 'missing':
      return problem.kind;
    default:
      return assertNever(problem);
  }
}
