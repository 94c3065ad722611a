import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LinkRequest } from '../../../core/links/deep-link.ts';
import type { Leaving } from './leaving.ts';
import type { LinkTarget } from './use-follow-link.ts';

type Props = {
  readonly link: Exclude<LinkRequest, { kind: 'scan' }>;
  readonly target: LinkTarget;
  readonly leaving: Leaving;
};

/** What a link asks for, and what it would leave. */
export function LinkQuestion({ link, target, leaving }: Props) {
  const { t } = useTranslation('links');
  if (link.kind === 'unreadable') return <Text>{t('unreadable')}</Text>;
  if (link.kind === 'ticket') {
    const words = {
      none: 'noTicket',
      looking: 'unknownTicket',
      unknown: 'unknownTicket',
      found: leaving === 'ticket' ? 'ticket' : 'ticketFromPage',
    } as const;
    return <Text>{t(words[target], { number: link.number })}</Text>;
  }
  const caller = [link.name, link.phone].filter((part) => part !== '').join(', ');
  const asking = { ticket: 'leavesTicket', page: 'leavesPage', nothing: 'from' } as const;
  return (
    <>
      <Text fw={600}>{caller === '' ? t('newForNobody') : t('newFor', { caller })}</Text>
      <Text size="sm" c="dimmed">
        {t(asking[leaving])}
      </Text>
    </>
  );
}
