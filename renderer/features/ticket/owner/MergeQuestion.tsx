import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CallError } from '../../../../core/contract/errors.ts';
import type { Misfit } from '../../../../core/contract/ticket-calls.ts';
import { ShortcutLayer } from '../../../lib/shortcuts.tsx';
import { CallErrorNotice } from '../../../ui/CallErrorNotice.tsx';
import { MisfitQuestion } from '../../scan/index.ts';

type Props = {
  readonly misfit: Misfit;
  readonly isPending: boolean;
  readonly error: CallError | null;
  readonly onMerge: () => void;
  readonly onLook: (ticketId: string) => void;
  readonly onClose: () => void;
};

/** Before two customers' tickets become one. */
export function MergeQuestion({ misfit, isPending, error, onMerge, onLook, onClose }: Props) {
  const { t } = useTranslation('ticket');
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('device.title')}
      closeButtonProps={{ 'aria-label': t('common:actions.cancel') }}
      size="lg"
    >
      <ShortcutLayer>
        <MisfitQuestion
          misfit={misfit}
          isCounter={false}
          isBusy={isPending}
          onPlace={(place) => {
            if (place === 'here') onMerge();
            else if (misfit.other !== null) onLook(misfit.other.ticketId);
          }}
          onBack={onClose}
        />
        <CallErrorNotice error={error} />
      </ShortcutLayer>
    </Modal>
  );
}
