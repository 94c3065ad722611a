import { Menu } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { QueueLane } from '../../../../core/queue/view.ts';
import { ActionMenu } from './ActionMenu.tsx';
import type { MenuProps } from './menu-props.ts';

/**
 * Endings that need no procedure. "Resolved" is said in the ticket, once the login was seen to work, and "refused" with its
 * reason.
 */
const OUTCOMES = ['referred', 'abandoned'] as const;

/** Closes tickets, or opens closed ones again. */
export function CloseMenu({ isEnabled, opening, onChange, lane }: MenuProps & { readonly lane: QueueLane }) {
  const { t } = useTranslation('queue');
  return (
    <ActionMenu
      label={t('bulk.close')}
      command="queue.close"
      isEnabled={isEnabled}
      isOpenAtFirst={opening === 'queue.close'}
      icon={<IconCircleCheck aria-hidden size={16} />}
    >
      {lane === 'closed' ? (
        <Menu.Item onClick={() => onChange({ kind: 'reopen' })}>{t('bulk.reopen')}</Menu.Item>
      ) : (
        OUTCOMES.map((outcome) => (
          <Menu.Item key={outcome} onClick={() => onChange({ kind: 'close', outcome })}>
            {t('bulk.closeAs', { outcome: t(`act.${outcome}`) })}
          </Menu.Item>
        ))
      )}
    </ActionMenu>
  );
}
