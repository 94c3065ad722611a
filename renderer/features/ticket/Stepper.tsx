import { Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/use-call.ts';
import { localize } from '../../lib/localize.ts';
import { formatTime } from '../../lib/time-words.ts';
import { useNow } from '../../lib/use-now.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { EarlierRoutes } from './chooser/EarlierRoutes.tsx';
import { PHASE_ICONS } from './phase-icons.ts';
import classes from './Stepper.module.css';
import { type BranchRow, type RowState, type StepperRow, stepperRows } from './stepper-rows.ts';
import type { RouteProps } from './ticket-props.ts';
import { useKeepTicket } from './use-keep-ticket.ts';

/** How far the ticket has come, whole; a step that was done can be opened again. */
export function Stepper({ ticket, playbook, playbooks }: RouteProps) {
  const reopenStep = useCommand('ticket.reopenStep');
  const keep = useKeepTicket();
  const isOpen = ticket.state.status === 'open';
  const reopen = (stepId: string) =>
    reopenStep.mutate({ ticketId: ticket.id, stepId }, { onSuccess: (answer) => keep(answer.ticket) });
  return (
    <>
      <EarlierRoutes routes={ticket.state.routes} playbooks={playbooks} />
      <ol className={classes['list']}>
        {stepperRows(playbook, ticket.state).map((row) => (
          <li key={row.phase} className={classes['row']} data-state={row.state}>
            <PhaseRow row={row} onReopen={isOpen ? reopen : null} />
            {row.branches.map((branch) => (
              <BranchLine key={branch.step.id} branch={branch} onReopen={isOpen ? reopen : null} />
            ))}
          </li>
        ))}
      </ol>
      <CallErrorNotice error={reopenStep.error} />
    </>
  );
}

type Reopen = ((stepId: string) => void) | null;

function PhaseRow({ row, onReopen }: { readonly row: StepperRow; readonly onReopen: Reopen }) {
  const { t } = useTranslation('ticket');
  return (
    <Line
      label={t(`phases.${row.phase}`)}
      state={row.state}
      doneAt={row.doneAt}
      reopenStepId={row.reopenStepId}
      onReopen={onReopen}
    />
  );
}

function BranchLine({ branch, onReopen }: { readonly branch: BranchRow; readonly onReopen: Reopen }) {
  const { i18n } = useTranslation();
  return (
    <div className={classes['branch']}>
      <Line
        label={localize(branch.step.title, i18n.language)}
        state={branch.state}
        doneAt={branch.doneAt}
        reopenStepId={branch.state === 'done' ? branch.step.id : null}
        onReopen={onReopen}
      />
    </div>
  );
}

type LineProps = {
  readonly label: string;
  readonly state: RowState;
  readonly doneAt: number | null;
  readonly reopenStepId: string | null;
  readonly onReopen: Reopen;
};

function Line({ label, state, doneAt, reopenStepId, onReopen }: LineProps) {
  const { t, i18n } = useTranslation('ticket');
  const now = useNow(60_000);
  const Icon = PHASE_ICONS[state];
  const time = doneAt === null ? '' : formatTime(doneAt, now, i18n.language);
  const content = (
    <>
      <Icon className={classes['icon'] ?? ''} aria-hidden size={18} />
      <span className={classes['text']}>
        <Text span size="sm" className={classes['label'] ?? ''}>
          {label}
        </Text>
        <Text span size="xs" c="dimmed">
          {[t(`stepper.states.${state}`), time].filter((part) => part !== '').join(' · ')}
        </Text>
      </span>
    </>
  );
  if (reopenStepId === null || onReopen === null) {
    return (
      <div
        className={classes['line']}
        data-state={state}
        aria-current={state === 'current' ? 'step' : undefined}
      >
        {content}
      </div>
    );
  }
  return (
    <UnstyledButton
      className={`${classes['line']} ${classes['button']}`}
      data-state={state}
      aria-current={state === 'current' ? 'step' : undefined}
      title={t('stepper.reopen')}
      onClick={() => onReopen(reopenStepId)}
    >
      {content}
    </UnstyledButton>
  );
}
