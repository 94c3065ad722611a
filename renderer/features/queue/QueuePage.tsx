import { Button, Tabs, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { laneSchema } from '../../../core/contract/records.ts';
import { useShortcuts } from '../../lib/shortcuts.tsx';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { LaneList } from './LaneList.tsx';
import { LaneTabs } from './LaneTabs.tsx';
import { QueueHeader } from './QueueHeader.tsx';
import classes from './QueuePage.module.css';
import { useNewTicket } from './use-new-ticket.ts';
import { useQueueAddress } from './use-queue-address.ts';
import { useRowSelection } from './use-row-selection.ts';
import { useTicketPages } from './use-ticket-pages.ts';

/** Long enough that a quick typist's word is one search, short enough to feel immediate. */
const SEARCH_DELAY_MS = 120;

/** Home: every reset ticket by lane, searchable, the next thing to do first. */
export function QueuePage() {
  const { t } = useTranslation(['queue', 'common']);
  const searchRef = useRef<HTMLInputElement>(null);
  const { address, change, openTicket } = useQueueAddress();
  const [search] = useDebouncedValue(address.search.trim(), SEARCH_DELAY_MS);
  const pages = useTicketPages(address.lane, search);
  const ids = pages.rows?.map((row) => row.id) ?? [];
  const selection = useRowSelection(ids, address.ticketId);
  const newTicket = useNewTicket(openTicket);
  const enterId = selection.selectedId ?? (search === '' ? null : (ids[0] ?? null));

  useShortcuts([
    { key: 'Slash', label: t('keys.search'), run: () => searchRef.current?.select() },
    { key: 'N', label: t('keys.new'), run: newTicket.open },
    { key: 'J', label: t('keys.down'), run: () => selection.move('down'), isEnabled: ids.length > 0 },
    { key: 'K', label: t('keys.up'), run: () => selection.move('up'), isEnabled: ids.length > 0 },
    { key: 'ArrowDown', label: t('keys.down'), run: () => selection.move('down'), isQuiet: true },
    { key: 'ArrowUp', label: t('keys.up'), run: () => selection.move('up'), isQuiet: true },
    {
      key: 'Enter',
      label: t('keys.open'),
      run: () => enterId !== null && openTicket(enterId),
      isEnabled: enterId !== null,
    },
  ]);

  return (
    <div className={classes['page']}>
      <QueueHeader
        ref={searchRef}
        search={address.search}
        onSearch={(text) => change({ search: text })}
        isOpening={newTicket.isPending}
        onNew={newTicket.open}
      />
      <CallErrorNotice error={newTicket.error} />
      <Tabs
        value={address.lane}
        onChange={(lane) => change({ lane: laneSchema.parse(lane), ticketId: null })}
        keepMounted={false}
      >
        <LaneTabs counts={pages.counts} />
        <Tabs.Panel value={address.lane} pt="sm">
          <CallErrorNotice
            error={pages.error}
            action={
              <Button variant="default" onClick={pages.retry}>
                {t('common:actions.retry')}
              </Button>
            }
          />
          <LaneList
            lane={address.lane}
            search={search}
            pages={pages}
            selection={selection}
            onOpen={openTicket}
            onSearchLane={(lane) => change({ lane })}
            onClearSearch={() => {
              change({ search: '' });
              searchRef.current?.focus();
            }}
          />
        </Tabs.Panel>
      </Tabs>
      <VisuallyHidden role="status">
        {search !== '' && pages.rows !== null && t('found', { count: ids.length })}
      </VisuallyHidden>
    </div>
  );
}
