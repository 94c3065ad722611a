import { Button, List, NativeSelect, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallError } from '../../../core/contract/errors.ts';
import type { Retention } from '../../../core/privacy/retention.ts';
import { useCall } from '../../api/use-call.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Part } from '../../ui/Part.tsx';
import { Status } from '../../ui/Status.tsx';
import { DeskLog } from '../privacy/index.ts';
import { Section } from './Section.tsx';
import { type StoredDesk, useDeskSettings } from './use-desk-settings.ts';

/** Half a year to ten years: what shops are asked to keep and to let go of differs by country. */
const MONTHS = [6, 12, 24, 36, 60, 120] as const;
const DAYS = [30, 90, 180, 365] as const;
const NEVER = 0;

/** What goes by itself, and what was let out and erased. */
export function RetentionSection() {
  const { t } = useTranslation('privacy');
  const desk = useDeskSettings();
  return (
    <Section title={t('title')}>
      <CallErrorNotice error={desk.error} />
      {desk.stored !== undefined && (
        <RetentionPart key={desk.stored.version} stored={desk.stored} desk={desk} />
      )}
      <DeskLog />
    </Section>
  );
}

type Props = { readonly stored: StoredDesk; readonly desk: ReturnType<typeof useDeskSettings> };

/** Rules erase for good, so they count only once their effect was seen and they were kept by a button. */
function RetentionPart({ stored, desk }: Props) {
  const { t } = useTranslation('privacy');
  const kept = stored.settings.retention;
  const [months, setMonths] = useState(kept.customers?.months ?? NEVER);
  const [days, setDays] = useState(kept.attachments?.days ?? NEVER);
  const isChanged =
    months !== (kept.customers?.months ?? NEVER) || days !== (kept.attachments?.days ?? NEVER);
  const retention: Retention = {
    customers: months === NEVER ? null : { months, nameInstead: t('erasedName') },
    attachments: days === NEVER ? null : { days },
  };
  const save = useMutation<number, CallError>({
    mutationFn: () => desk.save({ retention }, stored.version),
    onError: desk.refresh,
  });
  const choices = (values: readonly number[], words: (count: number) => string) =>
    [NEVER, ...values].map((value) => ({
      value: String(value),
      label: value === NEVER ? t('retention.never') : words(value),
    }));
  return (
    <Part
      title={t('retention.title')}
      what={t('retention.what')}
      status={
        <>
          <List size="sm">
            <List.Item>{t('retention.payloads')}</List.Item>
            <List.Item>{t('retention.removed')}</List.Item>
          </List>
          <NativeSelect
            label={t('retention.customers')}
            description={t('retention.customersWhat')}
            data={choices(MONTHS, (count) => t('retention.months', { count }))}
            value={String(months)}
            onChange={(event) => setMonths(Number(event.currentTarget.value))}
          />
          <NativeSelect
            label={t('retention.attachments')}
            description={t('retention.attachmentsWhat')}
            data={choices(DAYS, (count) => t('retention.days', { count }))}
            value={String(days)}
            onChange={(event) => setDays(Number(event.currentTarget.value))}
          />
          {isChanged ? <Effect retention={retention} /> : <Kept retention={kept} />}
          <CallErrorNotice error={save.error} />
        </>
      }
      actions={
        <Button
          variant="default"
          disabled={!isChanged}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('retention.keep')}
        </Button>
      }
    />
  );
}

type RulesProps = { readonly retention: Retention };

function Kept({ retention: { customers, attachments } }: RulesProps) {
  const { t } = useTranslation('privacy');
  return (
    <>
      <Status tone="good">
        {customers === null ? t('retention.off') : t('retention.on', { count: customers.months })}
      </Status>
      {attachments !== null && (
        <Status tone="good">{t('retention.attachmentsOn', { count: attachments.days })}</Status>
      )}
    </>
  );
}

function Effect({ retention }: RulesProps) {
  const { t } = useTranslation('privacy');
  const preview = useCall('retention.preview', retention);
  if (preview.data === undefined) {
    return preview.error === null ? (
      <Text size="sm">{t('retention.counting')}</Text>
    ) : (
      <CallErrorNotice error={preview.error} />
    );
  }
  const { customers, attachments } = preview.data;
  return (
    <Notice
      tone={customers + attachments === 0 ? 'info' : 'warning'}
      title={t('retention.wouldErase', { count: customers })}
    >
      {attachments > 0 && `${t('retention.wouldRemove', { count: attachments })} `}
      {t('retention.wouldEraseNext')}
    </Notice>
  );
}
