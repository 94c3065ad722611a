import { List, Stack, Text, Title } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ErasePreview } from '../../../core/contract/privacy-calls.ts';
import { Notice } from '../../ui/Notice.tsx';

/** What an erasure takes and leaves, counted for this customer. */
export function ErasePlan({ preview }: { readonly preview: ErasePreview }) {
  const { t } = useTranslation('privacy');
  return (
    <Stack gap="sm">
      {preview.erasedAt !== null && <Notice tone="info" title={t('erase.again')} />}
      <Lines title={t('erase.goes')} lines={whatGoes(preview, t)} />
      <Lines title={t('erase.stays')} lines={whatStays(preview, t)} />
      <Notice tone="warning" title={t('erase.final')}>
        <BackupsHolding backups={preview.backups} />
      </Notice>
    </Stack>
  );
}

/** Until when older backups still hold what was erased. */
export function BackupsHolding({ backups }: { readonly backups: ErasePreview['backups'] }) {
  const { t, i18n } = useTranslation('privacy');
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long' });
  if (backups.count + backups.setAside === 0) return t('backups.none');
  return (
    <>
      {backups.setAside > 0 && `${t('backups.setAside', { count: backups.setAside })} `}
      {backups.count > 0 && t('backups.hold', { count: backups.count, date: date.format(backups.goneAt) })}
      {backups.beforeUpdate > 0 && ` ${t('backups.beforeUpdate', { count: backups.beforeUpdate })}`}{' '}
      {t('backups.elsewhere')}
    </>
  );
}

function whatStays({ tickets, devices }: ErasePreview, t: TFunction<'privacy'>): readonly string[] {
  if (tickets + devices === 0) return [t('erase.nothingStays')];
  const lines = [
    [tickets > 0, t('erase.ticketsStay', { count: tickets })],
    [devices > 0, t('erase.devicesStay', { count: devices })],
    [tickets > 0, t('erase.labelsStay')],
  ] as const;
  return linesOf(lines);
}

function whatGoes(preview: ErasePreview, t: TFunction<'privacy'>): readonly string[] {
  const { phones, emails, hasNotes, sites, texts, attachments, formerRecords } = preview;
  const lines = [
    [true, t('erase.name')],
    [phones > 0, t('erase.phones', { count: phones })],
    [emails > 0, t('erase.emails', { count: emails })],
    [hasNotes, t('erase.notes')],
    [sites > 0, t('erase.sites', { count: sites })],
    [texts > 0, t('erase.texts', { count: texts })],
    [attachments > 0, t('erase.attachments', { count: attachments })],
    [formerRecords > 0, t('erase.formerRecords', { count: formerRecords })],
    [true, t('erase.history')],
  ] as const;
  return linesOf(lines);
}

function linesOf(lines: readonly (readonly [isThere: boolean, line: string])[]): readonly string[] {
  return lines.flatMap(([isThere, line]) => (isThere ? [line] : []));
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <div>
      <Title order={3} size="h6">
        {title}
      </Title>
      <List size="sm">
        {lines.map((line) => (
          <List.Item key={line}>
            <Text size="sm" span>
              {line}
            </Text>
          </List.Item>
        ))}
      </List>
    </div>
  );
}
