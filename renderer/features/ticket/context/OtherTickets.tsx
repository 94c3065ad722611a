import { Anchor, Stack, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TicketDetails } from '../../../../core/contract/records.ts';
import { formatTime } from '../../../lib/time-words.ts';
import { useNow } from '../../../lib/use-now.ts';
import { Card } from './Card.tsx';

/** Earlier resets of the same device. */
export function OtherTickets({ ticket }: { readonly ticket: TicketDetails }) {
  const { t, i18n } = useTranslation('ticket');
  const now = useNow(60_000);
  if (ticket.otherTickets.length === 0) return null;
  return (
    <Card title={t('others.title', { count: ticket.otherTickets.length })} icon={IconHistory}>
      <Stack gap={4}>
        {ticket.otherTickets.map((other) => (
          <Text key={other.id} size="sm">
            <Anchor href={`#/ticket/${other.id}`} py={4} display="inline-block">
              {t('number', { number: other.number })}
            </Anchor>
            {' · '}
            {other.outcome === null ? t('others.open') : t(`outcomes.${other.outcome}`)}
            {' · '}
            {formatTime(other.updatedAt, now, i18n.language)}
          </Text>
        ))}
      </Stack>
    </Card>
  );
}
