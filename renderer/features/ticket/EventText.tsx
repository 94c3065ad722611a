import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Playbook } from '../../../core/playbook/schema.ts';
import type { TicketEvent } from '../../../core/ticket/schema.ts';
import { eventWords } from './context/event-words.ts';

type Props = {
  readonly event: TicketEvent;
  /** The procedure that the ticket was on then; without it steps are named by their ids. */
  readonly playbook: Playbook | null;
};

/** An event of a ticket's trail in words. */
export function EventText({ event, playbook }: Props) {
  const { t, i18n } = useTranslation('ticket');
  const { key, values, texts } = eventWords(event, playbook, i18n.language);
  const translated = Object.fromEntries(
    Object.entries(texts).map(([name, keys]) => [name, keys.map((text) => t(text)).join(', ')]),
  );
  return <Text size="sm">{t(key, { ...values, ...translated })}</Text>;
}
