import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../../lib/shortcuts.tsx';
import { useDraft } from '../../../lib/use-draft.ts';
import { CallErrorNotice } from '../../../ui/CallErrorNotice.tsx';
import { focusById } from '../focus.ts';
import type { ToolProps } from './tool-props.ts';

const FIELD_ID = 'masked-mailbox-field';

/** The saved address as the reset page shows it, partly hidden. Taken down while the page is looked at, compared once the code is waited for. */
export function MaskedMailboxTool({ ticket }: Pick<ToolProps, 'ticket'>) {
  const { t } = useTranslation('ticket');
  const mailbox = useDraft(ticket.id, 'maskedMailbox');
  useShortcuts([{ command: 'step.type', label: t('maskedMailbox.type'), run: () => focusById(FIELD_ID) }]);
  return (
    <>
      <TextInput
        id={FIELD_ID}
        label={t('maskedMailbox.label')}
        description={t('maskedMailbox.hint')}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        value={mailbox.text}
        onChange={(event) => mailbox.setText(event.currentTarget.value)}
      />
      <CallErrorNotice error={mailbox.error} />
    </>
  );
}
