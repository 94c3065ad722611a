import { Menu } from '@mantine/core';
import { IconAlertOctagon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { prioritySchema } from '../../../../core/ticket/schema.ts';
import { ActionMenu } from './ActionMenu.tsx';
import type { MenuProps } from './menu-props.ts';

/** Says how urgent tickets are. */
export function PriorityMenu({ isEnabled, opening, onChange }: MenuProps) {
  const { t } = useTranslation('queue');
  return (
    <ActionMenu
      label={t('bulk.priority')}
      command="queue.priority"
      isEnabled={isEnabled}
      isOpenAtFirst={opening === 'queue.priority'}
      icon={<IconAlertOctagon aria-hidden size={16} />}
    >
      {prioritySchema.options.toReversed().map((priority) => (
        <Menu.Item key={priority} onClick={() => onChange({ kind: 'setPriority', priority })}>
          {t(`priority.${priority}`)}
        </Menu.Item>
      ))}
    </ActionMenu>
  );
}
