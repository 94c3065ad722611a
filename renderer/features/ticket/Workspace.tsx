import { CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EscapeKey } from '../../ui/EscapeKey.tsx';
import { AlarmBar } from '../alarms/index.ts';
import { CallerTakingProvider } from './caller/caller-taking.tsx';
import { ContextColumn } from './context/ContextColumn.tsx';
import { SideColumnProvider, useSideColumn } from './context/side-column.tsx';
import { CustomerLanguageProvider } from './customer-language.tsx';
import { PhaseLine } from './PhaseLine.tsx';
import { PageNotice } from './page/PageNotice.tsx';
import { Stage } from './stage/Stage.tsx';
import { TicketHeader } from './TicketHeader.tsx';
import type { RouteProps } from './ticket-props.ts';
import { useForgetSecrets } from './ticket-secrets.tsx';
import classes from './Workspace.module.css';

/** The step at hand has the room; above it how far the ticket has come, beside it what is known of customer and device. */
export function Workspace(props: RouteProps) {
  useForgetSecrets(props.ticket);
  return (
    <CustomerLanguageProvider ticket={props.ticket}>
      <SideColumnProvider>
        <CallerTakingProvider ticket={props.ticket} playbook={props.playbook}>
          <Panes {...props} />
        </CallerTakingProvider>
      </SideColumnProvider>
    </CustomerLanguageProvider>
  );
}

function Panes({ ticket, playbook, playbooks }: RouteProps) {
  const { t } = useTranslation('ticket');
  const column = useSideColumn();
  return (
    <div className={classes['workspace']}>
      <TicketHeader ticket={ticket} />
      <div className={classes['line']}>
        <nav className={classes['progress']} aria-label={t('stepper.label')}>
          <PhaseLine ticket={ticket} playbook={playbook} playbooks={playbooks} />
        </nav>
        {/* Always in sight, and never above the code: what comes here moves nothing. */}
        <div className={classes['news']}>
          <PageNotice ticket={ticket} />
          <AlarmBar />
        </div>
      </div>
      <section className={classes['stage']} aria-label={t('stage.label')}>
        <Stage ticket={ticket} playbook={playbook} />
      </section>
      <aside
        id={column.id}
        className={classes['context']}
        aria-label={t('context.label')}
        hidden={!column.isShown}
      >
        {column.isDrawer && column.isShown && (
          <>
            {/* The first Escape puts the drawer away, and does not leave the ticket. */}
            <EscapeKey label={t('context.hide')} onClose={column.hide} />
            <CloseButton
              id={`${column.id}-close`}
              className={classes['closeDrawer'] ?? ''}
              aria-label={t('context.hide')}
              onClick={column.hide}
            />
          </>
        )}
        <ContextColumn ticket={ticket} playbook={playbook} playbooks={playbooks} />
      </aside>
    </div>
  );
}
