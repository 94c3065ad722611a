import { ActionIcon, Button, Group } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SavedView } from '../../../../core/queue/saved-view.ts';
import { useCommand } from '../../../api/use-call.ts';
import { CallErrorNotice } from '../../../ui/CallErrorNotice.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { ViewNameForm } from './ViewNameForm.tsx';

type Props = {
  readonly saved: SavedView;
  readonly index: number;
  readonly count: number;
  /** The other name as typed so far; null while it keeps its own. */
  readonly otherName: string | null;
  readonly onOtherName: (text: string | null) => void;
  readonly onPick: () => void;
  readonly onRemove: () => void;
};

/** One saved view: show it, name it anew, move it, delete it. */
export function ViewLine({ saved, index, count, otherName, onOtherName, onPick, onRemove }: Props) {
  const { t } = useTranslation('queue');
  const rename = useCommand('view.rename');
  const move = useCommand('view.move');
  const { id, name } = saved;
  const moveTo = (to: number) => move.mutate({ viewId: id, index: to });
  const actions = [
    { label: t('views.up', { name }), icon: IconArrowUp, run: () => moveTo(index - 1), isOff: index === 0 },
    {
      label: t('views.down', { name }),
      icon: IconArrowDown,
      run: () => moveTo(index + 1),
      isOff: index === count - 1,
    },
    {
      label: t('views.rename', { name }),
      icon: IconPencil,
      run: () => onOtherName(otherName === null ? name : null),
      isOff: false,
    },
    { label: t('views.remove', { name }), icon: IconTrash, run: onRemove, isOff: false },
  ];
  return (
    <li style={{ listStyle: 'none' }}>
      <Group gap={2} wrap="nowrap">
        <Button
          flex={1}
          miw={0}
          variant="subtle"
          justify="flex-start"
          leftSection={index < 9 && <KeyHint name={String(index + 1)} />}
          onClick={onPick}
        >
          {name}
        </Button>
        {actions.map(({ label, icon: Icon, run, isOff }) => (
          <ActionIcon
            key={label}
            variant="subtle"
            size="md"
            aria-label={label}
            disabled={isOff}
            onClick={run}
          >
            <Icon aria-hidden size={16} />
          </ActionIcon>
        ))}
      </Group>
      {otherName !== null && (
        <ViewNameForm
          label={t('views.rename', { name })}
          text={otherName}
          onText={onOtherName}
          onName={(text) => rename.mutate({ viewId: id, name: text }, { onSuccess: () => onOtherName(null) })}
        />
      )}
      <CallErrorNotice error={rename.error ?? move.error} />
    </li>
  );
}
