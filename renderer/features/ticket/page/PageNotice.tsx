import { Button, CloseButton, Loader, Text } from '@mantine/core';
import { IconTextScan2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketDetails } from '../../../../core/contract/records.ts';
import { deviceKindSchema } from '../../../../core/values.ts';
import { useCommand } from '../../../api/use-call.ts';
import { useShortcuts } from '../../../lib/shortcuts.tsx';
import { useDraft } from '../../../lib/use-draft.ts';
import { dropPageReading, usePageReading } from '../../../reader/page-reading.ts';
import { CallErrorNotice } from '../../../ui/CallErrorNotice.tsx';
import { useCommandKey } from '../../../ui/use-command-key.tsx';
import { useAttachDevice } from '../context/use-attach-device.tsx';
import { focusStageHeading } from '../focus.ts';
import { useKeepTicket } from '../use-keep-ticket.ts';
import classes from './Page.module.css';
import { PageDialog } from './PageDialog.tsx';
import { type Chosen, offeredIn, offerOf } from './page-offer.ts';

type Props = { readonly ticket: TicketDetails };

/** Says that more than the code could be read in its picture, and leads to where it is compared. */
export function PageNotice({ ticket }: Props) {
  const { t } = useTranslation('ticket');
  const pageKey = useCommandKey('ticket.page');
  const page = usePageReading(ticket.id);
  const [isOpen, setOpen] = useState(false);
  const taking = useTakePage(ticket);
  const offer = page === null || page.reading === null ? null : offerOf(page.reading, ticket);
  const names = offer === null ? [] : offeredIn(offer);
  const hasOffer = offer !== null && (names.length > 0 || offer.date !== null || offer.hasQuestions);
  useShortcuts(hasOffer ? [{ command: 'ticket.page', run: () => setOpen(true) }] : []);
  const close = () => {
    setOpen(false);
    dropPageReading(ticket.id);
    focusStageHeading();
  };
  return (
    <>
      {page !== null && page.reading === null && <Reading onStop={() => dropPageReading(ticket.id)} />}
      {hasOffer && (
        <div className={classes['offer']} role="status">
          <IconTextScan2 aria-hidden size={18} />
          <Text size="sm">
            <strong>{t('page.found')}</strong> {names.map((name) => t(`page.short.${name}`)).join(' · ')}
          </Text>
          <Button
            size="compact-sm"
            className={classes['compare'] ?? ''}
            variant="light"
            aria-keyshortcuts={pageKey.aria}
            rightSection={pageKey.hint}
            onClick={() => setOpen(true)}
          >
            {t('page.open')}
          </Button>
          <CloseButton aria-label={t('page.dismiss')} onClick={close} />
        </div>
      )}
      {isOpen && page !== null && offer !== null && (
        <PageDialog
          offer={offer}
          still={page.still}
          place={page.reading?.place ?? null}
          onTake={(chosen) => {
            close();
            taking.take(chosen);
          }}
          onClose={() => setOpen(false)}
        />
      )}
      <CallErrorNotice error={taking.error} />
      {taking.question}
    </>
  );
}

function Reading({ onStop }: { readonly onStop: () => void }) {
  const { t } = useTranslation('ticket');
  return (
    <div className={classes['offer']} role="status">
      <Loader size="xs" aria-hidden />
      <Text size="sm">{t('page.reading')}</Text>
      <Button size="compact-sm" variant="default" onClick={onStop}>
        {t('page.stop')}
      </Button>
    </div>
  );
}

/** Puts what the agent took where it would have been typed. */
function useTakePage(ticket: TicketDetails) {
  const keep = useKeepTicket();
  const learn = useCommand('ticket.learn');
  const mailbox = useDraft(ticket.id, 'maskedMailbox');
  const address = useDraft(ticket.id, 'mailAddress');
  const attach = useAttachDevice(ticket.id, () => undefined);
  const take = ({ serial, deviceKind, generation, ...drafts }: Chosen) => {
    if (drafts.mailbox !== undefined) mailbox.setText(drafts.mailbox);
    if (drafts.address !== undefined) address.setText(drafts.address);
    const kind = deviceKindSchema.safeParse(deviceKind ?? ticket.state.situation['deviceKind']).data;
    const attachIt = () => {
      if (serial !== undefined) attach.run(serial.trim().toUpperCase(), kind ?? 'recorder');
    };
    const learned = {
      ...(deviceKind === undefined ? {} : { deviceKind }),
      ...(generation === undefined ? {} : { generation }),
    };
    if (Object.keys(learned).length === 0) attachIt();
    else
      learn.mutate(
        { ticketId: ticket.id, learned },
        {
          onSuccess: ({ ticket: changed }) => {
            keep(changed);
            attachIt();
          },
        },
      );
  };
  return {
    take,
    question: attach.question,
    error: learn.error ?? attach.error ?? mailbox.error ?? address.error,
  };
}
