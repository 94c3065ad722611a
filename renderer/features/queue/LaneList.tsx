import { Button, Center, Stack } from '@mantine/core';
import { useInViewport } from '@mantine/hooks';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lane } from '../../../core/contract/records.ts';
import { EmptyLane } from './EmptyLane.tsx';
import { NothingFound } from './NothingFound.tsx';
import { TableSkeleton } from './TableSkeleton.tsx';
import { TicketTable } from './TicketTable.tsx';
import type { RowSelection } from './use-row-selection.ts';
import type { useTicketPages } from './use-ticket-pages.ts';

type Props = {
  readonly lane: Lane;
  readonly search: string;
  readonly pages: ReturnType<typeof useTicketPages>;
  readonly selection: RowSelection;
  readonly onOpen: (ticketId: string) => void;
  readonly onSearchLane: (lane: Lane) => void;
  readonly onClearSearch: () => void;
};

/** A lane's rows, or why there are none. */
export function LaneList({ lane, search, pages, selection, onOpen, onSearchLane, onClearSearch }: Props) {
  const { rows, counts } = pages;
  if (rows === null) return pages.error === null && <TableSkeleton />;
  if (rows.length === 0 && search !== '') {
    return <NothingFound search={search} lane={lane} onSearchLane={onSearchLane} onClear={onClearSearch} />;
  }
  if (rows.length === 0) {
    const isFirstUse = counts !== null && counts.now + counts.waiting + counts.closed === 0;
    return <EmptyLane lane={lane} isFirstUse={isFirstUse} />;
  }
  return (
    <Stack>
      <TicketTable lane={lane} rows={rows} selection={selection} onOpen={onOpen} />
      {pages.hasMore && pages.error === null && (
        <LoadMore isLoading={pages.isLoadingMore} onLoad={pages.loadMore} />
      )}
    </Stack>
  );
}

/** Loads by itself when it comes into view; stays a button for those who press it. */
function LoadMore({ isLoading, onLoad }: { readonly isLoading: boolean; readonly onLoad: () => void }) {
  const { t } = useTranslation('queue');
  const { ref, inViewport } = useInViewport();
  // biome-ignore lint/correctness/useExhaustiveDependencies: coming into view is what loads; `onLoad` is new at every render.
  useEffect(() => {
    if (inViewport && !isLoading) onLoad();
  }, [inViewport, isLoading]);
  return (
    <Center ref={ref}>
      <Button variant="subtle" loading={isLoading} onClick={onLoad}>
        {t('loadMore')}
      </Button>
    </Center>
  );
}
