import { useTranslation } from 'react-i18next';
import type { Dashboard } from '../../../core/contract/dashboard-calls.ts';
import { useCall } from '../../api/use-call.ts';
import { localize } from '../../lib/localize.ts';
import { queueHref } from '../../lib/queue-address.ts';
import type { Share } from './ShareTable.tsx';

export const SHARE_KINDS = ['failures', 'routes', 'models', 'agents'] as const;
export type ShareKind = (typeof SHARE_KINDS)[number];

/** The figures by name, each with the way to its tickets in the queue. */
export function useShares(): (figures: Dashboard) => Readonly<Record<ShareKind, readonly Share[]>> {
  const { t, i18n } = useTranslation(['dashboard', 'queue', 'ticket']);
  const playbooks = useCall('playbook.list', {}).data?.playbooks ?? [];
  const routeName = (id: string) => {
    const playbook = playbooks.find((one) => one.id === id);
    return playbook === undefined ? id : localize(playbook.title, i18n.language);
  };
  return ({ failures, routes, models, agents }) => ({
    failures: failures.map(({ outcome, reason, tickets }) => ({
      name: [
        t(`queue:act.${outcome}`),
        ...(reason === null ? [] : [t(`ticket:failureReasons.${reason}`)]),
      ].join(': '),
      href: queueHref('closed', { outcomes: [outcome] }),
      tickets,
      solved: null,
    })),
    routes: routes.map(({ playbookId, closed, solved }) => ({
      name: routeName(playbookId),
      href: null,
      tickets: closed,
      solved,
    })),
    models: models.map(({ model, closed, solved }) => ({
      name: model === '' ? t('noModel') : model,
      href: model === '' ? null : queueHref('closed', { text: model }),
      tickets: closed,
      solved,
    })),
    agents: agents.map(({ agent, closed, solved }) => ({
      name: agent ?? t('queue:filter.owner.nobody'),
      href: queueHref('closed', { owners: [agent === null ? 'nobody' : `agent:${agent}`] }),
      tickets: closed,
      solved,
    })),
  });
}
