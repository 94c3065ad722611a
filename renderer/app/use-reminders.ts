import { useTranslation } from 'react-i18next';
import { useCall } from '../api/use-call.ts';

export type Reminder = {
  /** A word or two, for where there is little room. */
  readonly short: string;
  readonly title: string;
  readonly detail: string;
};

/** What must not be forgotten while working, and does not ask for anything now: a trial runtime, a key that protects nothing. */
export function useReminders(): readonly Reminder[] {
  const { t } = useTranslation(['common', 'safety', 'demo']);
  const info = useCall('app.getInfo', {}).data;
  const vault = useCall('vault.getState', {}).data;
  const isOpen = vault?.state === 'open';
  const demo = useCall('demo.getState', {}, { isEnabled: isOpen }).data;
  const sources = useCall('playbook.listSources', {}, { isEnabled: isOpen }).data?.sources ?? [];
  const reminders: (Reminder | false)[] = [
    info?.runtime === 'evaluation' && {
      short: t('banners.short.evaluation'),
      title: t('banners.evaluation'),
      detail: t('banners.evaluationDetail', { version: info.electronVersion }),
    },
    isOpen &&
      vault.protection === 'unprotected' && {
        short: t('banners.short.unprotected'),
        title: t('banners.unprotected'),
        detail: t('banners.unprotectedDetail'),
      },
    isOpen &&
      vault.repair?.kind === 'restored' && {
        short: t('banners.short.backup'),
        title: t('safety:banners.restored'),
        detail: t('safety:banners.aside', { file: vault.repair.aside }),
      },
    isOpen &&
      vault.repair?.kind === 'rescued' && {
        short: t('banners.short.rescued'),
        title: t('safety:banners.rescued', {
          tickets: vault.repair.report.tickets,
          customers: vault.repair.report.customers,
          devices: vault.repair.report.devices,
        }),
        detail: t('safety:banners.aside', { file: vault.repair.aside }),
      },
    // As long as it is there, nobody may take made-up customers for real ones.
    demo !== undefined &&
      demo.tickets > 0 && {
        short: t('banners.short.demo'),
        title: t('demo:banner'),
        detail: t('demo:bannerNext'),
      },
    // A file of the supervisor's folder is not used before somebody has looked at it.
    sources.some(({ state }) => state === 'waiting') && {
      short: t('banners.short.procedures'),
      title: t('banners.procedures'),
      detail: t('banners.proceduresDetail'),
    },
  ];
  return reminders.filter((reminder) => reminder !== false);
}
