import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedView } from '../../../../core/queue/saved-view.ts';
import type { QueueView } from '../../../../core/queue/view.ts';
import { useCall, useCommand } from '../../../api/use-call.ts';
import { useShortcuts } from '../../../lib/shortcuts.tsx';
import { useDraft } from '../../../lib/use-draft.ts';
import { CallErrorNotice } from '../../../ui/CallErrorNotice.tsx';
import { ViewLine } from './ViewLine.tsx';
import { ViewNameForm } from './ViewNameForm.tsx';

type Props = { readonly view: QueueView; readonly onPick: (view: QueueView) => void };

/** The saved views in the desk's order; the first nine have their number as a key. */
export function SavedViews({ view, onPick }: Props) {
  const { t } = useTranslation('queue');
  const { data, error } = useCall('view.list', {});
  const create = useCommand('view.create');
  const remove = useCommand('view.remove');
  const [removed, setRemoved] = useState<{ saved: SavedView; index: number } | null>(null);
  const newName = useDraft('desk', 'newView');
  const renaming = useRenaming();
  const views = data?.views ?? [];
  useShortcuts(
    views.slice(0, 9).map((saved, index) => ({
      key: String(index + 1),
      label: saved.name,
      run: () => onPick(saved.view),
      isQuiet: true,
    })),
  );
  const undoRemove = () => {
    if (removed === null) return;
    const { saved, index } = removed;
    create.mutate({ name: saved.name, view: saved.view, index }, { onSuccess: () => setRemoved(null) });
  };
  return (
    <Stack gap="xs">
      {views.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('views.none')}
        </Text>
      )}
      <Stack gap={4} component="ul" m={0} p={0} aria-label={t('views.list')}>
        {views.map((saved, index) => (
          <ViewLine
            key={saved.id}
            saved={saved}
            index={index}
            count={views.length}
            otherName={renaming.nameOf(saved.id)}
            onOtherName={(text) => renaming.setName(saved.id, text)}
            onPick={() => onPick(saved.view)}
            onRemove={() =>
              remove.mutate({ viewId: saved.id }, { onSuccess: () => setRemoved({ saved, index }) })
            }
          />
        ))}
      </Stack>
      <div role="status">
        {removed !== null && (
          <Group gap="xs">
            <Text size="sm">{t('views.removed', { name: removed.saved.name })}</Text>
            <Button size="compact-sm" variant="light" onClick={undoRemove}>
              {t('views.undo')}
            </Button>
          </Group>
        )}
      </div>
      <ViewNameForm
        label={t('views.save')}
        text={newName.text}
        onText={newName.setText}
        onName={(name) =>
          create.mutate({ name, view, index: null }, { onSuccess: () => newName.setText('') })
        }
      />
      <CallErrorNotice error={error ?? create.error ?? remove.error ?? newName.error ?? renaming.error} />
    </Stack>
  );
}

/** The one view that is being named anew, kept as its id and the name as typed so far. */
function useRenaming() {
  const { text, setText, error } = useDraft('desk', 'renamedView');
  const separator = text.indexOf(' ');
  return {
    error,
    nameOf: (viewId: string) => (text.slice(0, separator) === viewId ? text.slice(separator + 1) : null),
    setName: (viewId: string, name: string | null) => setText(name === null ? '' : `${viewId} ${name}`),
  };
}
