import { Tabs } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { laneView, queueLaneSchema } from '../../../core/queue/view.ts';
import { useCall } from '../../api/use-call.ts';
import { useShortcuts } from '../../lib/shortcuts.tsx';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { FilterPills } from './filter/FilterPills.tsx';
import { LaneTabs } from './LaneTabs.tsx';
import { QueueBody } from './QueueBody.tsx';
import { QueueHeader } from './QueueHeader.tsx';
import classes from './QueuePage.module.css';
import { useNewTicket } from './use-new-ticket.ts';
import { useQueueAddress } from './use-queue-address.ts';

/** Long enough that a quick typist's word is one look-up, short enough to feel immediate. */
const TYPING_MS = 120;

/** Home: every reset ticket by lane, filtered and ordered, the next thing to do first. */
export function QueuePage() {
  const { t } = useTranslation('queue');
  const filterRef = useRef<HTMLInputElement>(null);
  const { address, change, openTicket } = useQueueAddress();
  const { view } = address;
  // Only typing is waited for; everything else is shown at once.
  const [text] = useDebouncedValue(view.filter.text, TYPING_MS);
  const counts = useCall('queue.counts', {}).data?.counts ?? null;
  const newTicket = useNewTicket((ticketId) => openTicket(ticketId, 0));
  useShortcuts([
    { command: 'list.search', label: t('keys.filter'), run: () => filterRef.current?.select() },
    { command: 'ticket.new', run: newTicket.open },
  ]);
  return (
    <div className={classes['page']}>
      <QueueHeader
        filterRef={filterRef}
        view={view}
        onChange={change}
        isOpening={newTicket.isPending}
        onNew={newTicket.open}
      />
      <CallErrorNotice error={newTicket.error} />
      <Tabs
        classNames={{ root: classes['lanes'] ?? '', panel: classes['lane'] ?? '' }}
        value={view.lane}
        onChange={(lane) => change(laneView(queueLaneSchema.parse(lane)))}
        keepMounted={false}
      >
        <LaneTabs counts={counts} />
        <Tabs.Panel value={view.lane}>
          <FilterPills view={view} onChange={change} />
          <QueueBody
            view={{ ...view, filter: { ...view.filter, text } }}
            counts={counts}
            returnTo={{ id: address.ticketId, index: address.row }}
            onChange={change}
            onOpen={openTicket}
          />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}
