import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCall, useCommand } from '../../api/use-call.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Part } from '../../ui/Part.tsx';
import { ImportSteps } from './ImportSteps.tsx';

/** Customers and devices from a table of another program. */
export function ImportPart() {
  const { t } = useTranslation('transfer');
  const choose = useCommand('import.choose');
  const putAway = useCommand('import.putAway');
  const cancel = useCommand('transfer.cancel');
  const running = useCall('transfer.getState', {}).data?.running ?? null;
  const chosen = choose.data?.chosen ?? null;
  const preview = chosen?.result === 'read' ? chosen.preview : null;
  const close = () => {
    if (running?.task === 'import' || running?.task === 'importCheck') cancel.mutate({});
    putAway.mutate({});
    choose.reset();
  };
  return (
    <>
      <Part
        title={t('import.title')}
        what={t('import.what')}
        status={
          <>
            {chosen?.result === 'refused' && (
              <Notice tone="danger" title={t('import.refusedFile')}>
                {t(`import.refusals.${chosen.refusal}`)}
              </Notice>
            )}
            <CallErrorNotice error={choose.error} />
          </>
        }
        actions={
          <Button
            variant="default"
            loading={choose.isPending}
            disabled={running !== null}
            onClick={() => choose.mutate({})}
          >
            {t('import.choose')}
          </Button>
        }
      />
      <Dialog title={t('import.dialog')} isOpen={preview !== null} onClose={close}>
        {preview !== null && <ImportSteps key={preview.importId} preview={preview} onClose={close} />}
      </Dialog>
    </>
  );
}
