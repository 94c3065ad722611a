import { useTranslation } from 'react-i18next';
import { ContextColumn } from './context/ContextColumn.tsx';
import { CustomerLanguageProvider } from './customer-language.tsx';
import { Stepper } from './Stepper.tsx';
import { Stage } from './stage/Stage.tsx';
import { TicketHeader } from './TicketHeader.tsx';
import type { RouteProps } from './ticket-props.ts';
import { useForgetSecrets } from './ticket-secrets.tsx';
import classes from './Workspace.module.css';

/** Three columns: how far the ticket has come, the step at hand, and what is known of customer and device. */
export function Workspace({ ticket, playbook, playbooks }: RouteProps) {
  const { t } = useTranslation('ticket');
  useForgetSecrets(ticket);
  return (
    <CustomerLanguageProvider ticket={ticket}>
      <div className={classes['workspace']}>
        <TicketHeader ticket={ticket} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: in a low window it is scrolled, and before the first step is done it has nothing that takes the focus. */}
        <nav className={classes['stepper']} aria-label={t('stepper.label')} tabIndex={0}>
          <Stepper ticket={ticket} playbook={playbook} playbooks={playbooks} />
        </nav>
        <section className={classes['stage']} aria-label={t('stage.label')}>
          <Stage ticket={ticket} playbook={playbook} />
        </section>
        <aside className={classes['context']} aria-label={t('context.label')}>
          <ContextColumn ticket={ticket} playbook={playbook} playbooks={playbooks} />
        </aside>
      </div>
    </CustomerLanguageProvider>
  );
}
