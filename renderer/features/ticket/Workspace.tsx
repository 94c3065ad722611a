import { useTranslation } from 'react-i18next';
import type { TicketDetails } from '../../../core/contract/records.ts';
import type { Playbook } from '../../../core/playbook/schema.ts';
import { ContextColumn } from './context/ContextColumn.tsx';
import { Stepper } from './Stepper.tsx';
import { Stage } from './stage/Stage.tsx';
import { TicketHeader } from './TicketHeader.tsx';
import classes from './Workspace.module.css';

export type TicketProps = { readonly ticket: TicketDetails; readonly playbook: Playbook };

/** Three columns: how far the ticket has come, the step at hand, and what is known of customer and device. */
export function Workspace({ ticket, playbook }: TicketProps) {
  const { t } = useTranslation('ticket');
  return (
    <div className={classes['workspace']}>
      <TicketHeader ticket={ticket} />
      <nav className={classes['stepper']} aria-label={t('stepper.label')}>
        <Stepper ticket={ticket} playbook={playbook} />
      </nav>
      <section className={classes['stage']} aria-label={t('stage.label')}>
        <Stage ticket={ticket} playbook={playbook} />
      </section>
      <aside className={classes['context']} aria-label={t('context.label')}>
        <ContextColumn ticket={ticket} playbook={playbook} />
      </aside>
    </div>
  );
}
