import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../lib/shortcuts.tsx';
import { EscapeKey } from '../../ui/EscapeKey.tsx';
import { useCommandKey } from '../../ui/use-command-key.tsx';
import classes from './PhaseLine.module.css';
import { PHASE_ICONS } from './phase-icons.ts';
import { Stepper } from './Stepper.tsx';
import { stepperRows } from './stepper-rows.ts';
import type { RouteProps } from './ticket-props.ts';

/**
 * How far the ticket has come, in one slim line: a mark for each phase, and the words of the present one. The whole list unfolds
 * over the step by a click, with the focus, and by its key, and takes no room from it. Not under the pointer that only passes: what
 * is clicked then would be a phase and not the step below it.
 */
export function PhaseLine(props: RouteProps) {
  const { t } = useTranslation('ticket');
  const panelId = useId();
  const [isUnfolded, setUnfolded] = useState(false);
  const fold = () => setUnfolded(false);
  const { stepId } = props.ticket.state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step folds it, and nothing else of the ticket does.
  useEffect(fold, [stepId]);
  const progressKey = useCommandKey('ticket.progress');
  useShortcuts([{ command: 'ticket.progress', run: () => setUnfolded(!isUnfolded), isQuiet: true }]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: not a control; it only hears that the focus has left what is in it.
    <div
      className={classes['place']}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) fold();
      }}
    >
      <UnstyledButton
        className={classes['line']}
        aria-expanded={isUnfolded}
        aria-controls={panelId}
        aria-keyshortcuts={progressKey.aria}
        onFocus={(event) => {
          if (event.currentTarget.matches(':focus-visible')) setUnfolded(true);
        }}
        onClick={() => setUnfolded(!isUnfolded)}
      >
        <VisuallyHidden>{t('stepper.label')}: </VisuallyHidden>
        <Marks {...props} />
        {progressKey.hint}
      </UnstyledButton>
      <div id={panelId} className={classes['panel']} hidden={!isUnfolded}>
        {isUnfolded && (
          <>
            {/* The first Escape folds the list, and does not leave the ticket. */}
            <EscapeKey label={t('stepper.hide')} onClose={fold} />
            <Stepper {...props} />
          </>
        )}
      </div>
    </div>
  );
}

function Marks({ ticket, playbook }: RouteProps) {
  const { t } = useTranslation('ticket');
  const rows = stepperRows(playbook, ticket.state);
  const at = rows.findIndex(({ state }) => state === 'current' || state === 'stopped');
  const present = rows[at];
  return (
    <>
      {rows.map(({ phase, state }) => {
        const Icon = PHASE_ICONS[state];
        return (
          // Only where the ticket is belongs to the button's name; the others are in the list that it opens.
          <span
            key={phase}
            className={classes['mark']}
            data-state={state}
            title={t(`phases.${phase}`)}
            aria-hidden={state !== 'current'}
          >
            <Icon aria-hidden size={16} />
            {state === 'current' && `${t(`phases.${phase}`)} `}
          </span>
        );
      })}
      <span className={classes['count']}>
        {present === undefined
          ? t('stepper.all', { total: rows.length })
          : t('countOf', { count: at + 1, total: rows.length })}
      </span>
    </>
  );
}
