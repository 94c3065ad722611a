import { Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkRequest } from '../../../core/links/deep-link.ts';
import { useShortcuts } from '../../lib/shortcuts.tsx';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useFollowLink } from './use-follow-link.ts';

type Props = {
  readonly link: Exclude<LinkRequest, { kind: 'scan' }>;
  /** Leaving a ticket forgets the code and password that were typed there. */
  readonly isTicketOpen: boolean;
  readonly onDone: () => void;
};

/** The agent may be typing when a link comes: an Enter that was meant for that answers nothing here. */
const SETTLED_MS = 700;

/** Says what a link wants and does it once the agent agrees; a ticket is gone to at once where none is left for it. */
export function LinkDialog({ link, isTicketOpen, onDone }: Props) {
  const { t } = useTranslation('links');
  const { target, follow, error, isBusy } = useFollowLink(link, onDone);
  const isAtOnce = link.kind === 'ticket' && !isTicketOpen && target === 'found';
  // biome-ignore lint/correctness/useExhaustiveDependencies: once it is known that nothing has to be asked.
  useEffect(() => {
    if (isAtOnce) follow();
  }, [isAtOnce]);
  if (isAtOnce || target === 'looking') return null;
  const isRefused = target === 'none';
  return (
    <Dialog title={t('title')} isOpen isQuestion onClose={onDone}>
      {/* The focus stands on no button, so that Enter means the answer and not what happens to be first. */}
      <Stack gap="sm" tabIndex={-1} data-autofocus>
        <Question link={link} isRefused={isRefused} isTicketOpen={isTicketOpen} />
        <CallErrorNotice error={error} />
        <Group gap="xs">
          {!isRefused && <FollowButton kind={link.kind} isBusy={isBusy} onFollow={follow} />}
          <Button variant="default" rightSection={<KeyHint name="Escape" />} onClick={onDone}>
            {t(isRefused ? 'common:actions.close' : 'leave')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

type QuestionProps = Pick<Props, 'link' | 'isTicketOpen'> & { readonly isRefused: boolean };

function Question({ link, isRefused, isTicketOpen }: QuestionProps) {
  const { t } = useTranslation('links');
  if (link.kind === 'unreadable') return <Text>{t('unreadable')}</Text>;
  if (link.kind === 'ticket') {
    return <Text>{t(isRefused ? 'noTicket' : 'ticket', { number: link.number })}</Text>;
  }
  const caller = [link.name, link.phone].filter((part) => part !== '').join(', ');
  return (
    <>
      <Text fw={600}>{caller === '' ? t('newForNobody') : t('newFor', { caller })}</Text>
      <Text size="sm" c="dimmed">
        {t(isTicketOpen ? 'leavesTicket' : 'from')}
      </Text>
    </>
  );
}

type FollowProps = {
  readonly kind: Props['link']['kind'];
  readonly isBusy: boolean;
  readonly onFollow: () => void;
};

function FollowButton({ kind, isBusy, onFollow }: FollowProps) {
  const { t } = useTranslation('links');
  const [isSettled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), SETTLED_MS);
    return () => clearTimeout(timer);
  }, []);
  const label = t(kind === 'new' ? 'open' : 'go');
  useShortcuts([{ key: 'Enter', label, run: onFollow, isEnabled: isSettled && !isBusy }]);
  return (
    <Button loading={isBusy} disabled={!isSettled} rightSection={<KeyHint name="Enter" />} onClick={onFollow}>
      {label}
    </Button>
  );
}
