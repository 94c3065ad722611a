import { Text } from '@mantine/core';
import { IconCircleX, IconRoute } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Playbook } from '../../../../core/playbook/schema.ts';
import type { EarlierRoute } from '../../../../core/ticket/schema.ts';
import { localize } from '../../../lib/localize.ts';
import classes from './Chooser.module.css';

type Props = { readonly routes: readonly EarlierRoute[]; readonly playbooks: readonly Playbook[] };

/** The ways that were tried before the current one. */
export function EarlierRoutes({ routes, playbooks }: Props) {
  const { t, i18n } = useTranslation('ticket');
  if (routes.length === 0) return null;
  return (
    <ul className={classes['earlier']} aria-label={t('chooser.earlier')}>
      {routes.map(({ playbookId, hasFailed }) => {
        const playbook = playbooks.find(({ id }) => id === playbookId);
        const Icon = hasFailed ? IconCircleX : IconRoute;
        return (
          <li key={playbookId} className={classes['earlierRoute']}>
            <Icon aria-hidden size={16} />
            <Text size="xs">
              {playbook === undefined ? playbookId : localize(playbook.title, i18n.language)}
              {' · '}
              {t(hasFailed ? 'chooser.hasFailed' : 'chooser.wasLeft')}
            </Text>
          </li>
        );
      })}
    </ul>
  );
}
