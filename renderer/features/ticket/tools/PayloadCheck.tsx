import { Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { classifyPayload } from '../../../../core/qr/classify.ts';

/** Says whether the text is whole, before it is mailed. */
export function PayloadCheck({ payload }: { readonly payload: string }) {
  const { t } = useTranslation('ticket');
  const reading = classifyPayload(payload);
  const isUsual = reading.kind === 'dahuaReset' && reading.confidence === 'high';
  const Icon = isUsual ? IconCircleCheck : IconAlertTriangle;
  return (
    <Group gap={6} wrap="nowrap">
      <Icon aria-hidden size={18} color={`var(--rd-${isUsual ? 'success' : 'warning'})`} />
      <Text size="sm">{t(isUsual ? 'mail.complete' : 'mail.unusual', { characters: payload.length })}</Text>
    </Group>
  );
}
