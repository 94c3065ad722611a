import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languageSchema } from '../../../core/values.ts';
import { useCall, useCommand } from '../../api/use-call.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { Part } from '../../ui/Part.tsx';
import { Status } from '../../ui/Status.tsx';

/** Made-up records, to see and try what a busy desk is like; and the one way to be rid of them. */
export function DemoPart() {
  const { t, i18n } = useTranslation('demo');
  const demo = useCall('demo.getState', {});
  const add = useCommand('demo.add');
  const remove = useCommand('demo.remove');
  const tickets = demo.data?.tickets ?? 0;
  const kept = remove.data?.kept ?? 0;
  const language = languageSchema.catch('en').parse(i18n.language);
  return (
    <Part
      title={t('title')}
      what={t('what')}
      status={
        <>
          {tickets > 0 && <Status tone="warning">{t('there', { count: tickets })}</Status>}
          {tickets === 0 && remove.isSuccess && <Status tone="good">{t('removed')}</Status>}
          {tickets === 0 && kept > 0 && <Status tone="warning">{t('kept', { count: kept })}</Status>}
          <CallErrorNotice error={add.error ?? remove.error ?? demo.error} />
        </>
      }
      actions={
        tickets === 0 ? (
          <Button
            variant="default"
            loading={add.isPending}
            disabled={demo.data === undefined}
            onClick={() => add.mutate({ language })}
          >
            {t('add')}
          </Button>
        ) : (
          <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate({})}>
            {t('remove')}
          </Button>
        )
      }
    />
  );
}
