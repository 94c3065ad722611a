import { Button, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/use-call.ts';
import { useDraft } from '../../lib/use-draft.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { RefusalReason } from './tools/OwnershipTool.tsx';
import { useShowTicket } from './use-show-ticket.ts';

type Props = { readonly ticketId: string; readonly onClose: () => void };

/** Ends a ticket because ownership was not shown. Somebody may ask later, so it is not done without a reason. */
export function RefusalDialog({ isOpen, ...props }: Props & { readonly isOpen: boolean }) {
  const { t } = useTranslation('ticket');
  return (
    <Dialog isQuestion title={t('closeAs.refused')} isOpen={isOpen} onClose={props.onClose}>
      <RefusalForm {...props} />
    </Dialog>
  );
}

function RefusalForm({ ticketId, onClose }: Props) {
  const { t } = useTranslation('ticket');
  const reason = useDraft(ticketId, 'refusalReason');
  const close = useCommand('ticket.close');
  const onSuccess = useShowTicket();
  const refusalReason = reason.text.trim();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (refusalReason !== '')
          close.mutate({ ticketId, outcome: 'refused', refusalReason }, { onSuccess });
      }}
    >
      <Stack gap="md">
        <RefusalReason isFirst reason={reason.text} onReason={reason.setText} />
        <CallErrorNotice error={close.error ?? reason.error} />
        <Group gap="xs">
          <Button
            type="submit"
            disabled={refusalReason === ''}
            loading={close.isPending}
            rightSection={<KeyHint name="Enter" />}
          >
            {t('close')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('common:actions.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
