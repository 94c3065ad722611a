import { Button, List, NativeSelect, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallError } from '../../../core/contract/errors.ts';
import { useCall } from '../../api/use-call.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { DeskLog } from '../privacy/index.ts';
import { Part, Status } from '../safety/index.ts';
import { Section } from './Section.tsx';
import { type StoredDesk, useDeskSettings } from './use-desk-settings.ts';

/** Half a year to ten years: what shops are asked to keep and to let go of differs by country. */
const MONTHS = [6, 12, 24, 36, 60, 120] as const;
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

/** A rule erases for good, so it counts only once its effect was seen and it was kept by a button. */
function RetentionPart({ stored, desk }: Props) {
  const { t } = useTranslation('privacy');
  const kept = stored.settings.retention.customers?.months ?? NEVER;
  const [months, setMonths] = useState(kept);
  const customers = months === NEVER ? null : { months, nameInstead: t('erasedName') };
  const save = useMutation<number, CallError>({
    mutationFn: () => desk.save({ retention: { customers } }, stored.version),
    onError: desk.refresh,
  });
  const choices = [NEVER, ...MONTHS].map((value) => ({
    value: String(value),
    label: value === NEVER ? t('retention.never') : t('retention.months', { count: value }),
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
            data={choices}
            value={String(months)}
            onChange={(event) => setMonths(Number(event.currentTarget.value))}
          />
          {customers !== null && months !== kept && <Effect customers={customers} />}
          {months === kept && (
            <Status tone="good">
              {kept === NEVER ? t('retention.off') : t('retention.on', { count: kept })}
            </Status>
          )}
          <CallErrorNotice error={save.error} />
        </>
      }
      actions={
        <Button
          variant="default"
          disabled={months === kept}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('retention.keep')}
        </Button>
      }
    />
  );
}

type EffectProps = { readonly customers: { readonly months: number; readonly nameInstead: string } };

function Effect({ customers }: EffectProps) {
  const { t } = useTranslation('privacy');
  const preview = useCall('retention.preview', { customers });
  if (preview.data === undefined) {
    return preview.error === null ? (
      <Text size="sm">{t('retention.counting')}</Text>
    ) : (
      <CallErrorNotice error={preview.error} />
    );
  }
  const count = preview.data.customers;
  return (
    <Notice tone={count === 0 ? 'info' : 'warning'} title={t('retention.wouldErase', { count })}>
      {t('retention.wouldEraseNext')}
    </Notice>
  );
}
