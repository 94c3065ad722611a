import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type SideCard, useSideColumn } from './side-column.tsx';

/** Opens a summary for editing, and ends it. */
export function EditButton({ card }: { readonly card: SideCard }) {
  const { t } = useTranslation('ticket');
  const column = useSideColumn();
  const isEdited = column.edited === card;
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      aria-label={t(isEdited ? `context.done.${card}` : `context.edit.${card}`)}
      onClick={isEdited ? column.endEditing : () => column.edit(card)}
    >
      {t(isEdited ? 'context.done.short' : 'context.edit.short')}
    </Button>
  );
}
