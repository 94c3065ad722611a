import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../core/assert-never.ts';
import type { FilledPiece, FilledText } from '../../../core/message/fill.ts';
import classes from './Messages.module.css';

/** A text with its values; what is missing or wrong is marked where it stands. */
export function FilledTextView({ filled }: { readonly filled: FilledText }) {
  // Pieces have no name of their own, but their order never changes while they are shown.
  return (
    <span className={classes['filled']}>
      {filled.pieces.map((piece, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: see above.
        <PieceView key={index} piece={piece} />
      ))}
    </span>
  );
}

function PieceView({ piece }: { readonly piece: FilledPiece }) {
  const { t } = useTranslation('messages');
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'value':
      return <span className={classes['value']}>{piece.text}</span>;
    case 'missing':
      return (
        <mark className={classes['missing']}>{t('missing', { name: t(`variables.${piece.name}`) })}</mark>
      );
    case 'fault':
      return <mark className={classes['missing']}>{piece.text}</mark>;
    default:
      return assertNever(piece);
  }
}
