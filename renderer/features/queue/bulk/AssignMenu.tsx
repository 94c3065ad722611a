import { Menu } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../../api/use-call.ts';
import { useLabels } from '../filter/use-labels.ts';
import { ActionMenu } from './ActionMenu.tsx';
import type { MenuProps } from './menu-props.ts';

/** Gives tickets to an agent: to the one who is here, to one who has others, or to nobody. */
export function AssignMenu({ isEnabled, opening, onChange }: MenuProps) {
  const { t } = useTranslation('queue');
  return (
    <ActionMenu
      label={t('bulk.assign')}
      command="queue.assign"
      isEnabled={isEnabled}
      isOpenAtFirst={opening === 'queue.assign'}
      icon={<IconUser aria-hidden size={16} />}
    >
      <Agents onAssign={(assignee) => onChange({ kind: 'assign', assignee })} />
    </ActionMenu>
  );
}

function Agents({ onAssign }: { readonly onAssign: (assignee: string | null) => void }) {
  const { t } = useTranslation('queue');
  const { assignees } = useLabels();
  const me = useCall('settings.get', {}).data?.agentName ?? '';
  return (
    <>
      {me !== '' && <Menu.Item onClick={() => onAssign(me)}>{t('bulk.assignMe', { name: me })}</Menu.Item>}
      {assignees
        .filter((name) => name !== me)
        .map((name) => (
          <Menu.Item key={name} onClick={() => onAssign(name)}>
            {t('bulk.assignTo', { name })}
          </Menu.Item>
        ))}
      <Menu.Item onClick={() => onAssign(null)}>{t('bulk.assignNobody')}</Menu.Item>
    </>
  );
}
