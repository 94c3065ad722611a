import { findStep } from '../../../core/playbook/engine.ts';
import { type Phase, type Playbook, phaseSchema, type Step } from '../../../core/playbook/schema.ts';
import type { TicketState } from '../../../core/ticket/schema.ts';

/**
 * `again`: it was done, but an earlier step was reopened since, so it wants a second look.
 * `skipped`: it lies behind, but the way led past it.
 * `stopped`: the ticket was closed here before the end.
 */
export type RowState = 'done' | 'current' | 'coming' | 'again' | 'skipped' | 'stopped';

/** A step that went off the straight way, shown indented under its phase. */
export interface BranchRow {
  readonly step: Step;
  readonly state: RowState;
  readonly doneAt: number | null;
}

export interface StepperRow {
  readonly phase: Phase;
  readonly state: RowState;
  /** When its last step was passed, epoch ms. */
  readonly doneAt: number | null;
  /** The step that comes up when the row is reopened; null if there is none to go back to. */
  readonly reopenStepId: string | null;
  readonly branches: readonly BranchRow[];
}

/** The phases of a playbook in their order, each with how far the ticket has come. Phases without a step are left out. */
export function stepperRows(playbook: Playbook, state: TicketState): readonly StepperRow[] {
  const currentStep = findStep(playbook, state.stepId);
  const currentIndex = currentStep === null ? -1 : phaseSchema.options.indexOf(currentStep.phase);
  return phaseSchema.options.flatMap((phase, index) => {
    const steps = playbook.steps.filter((step) => step.phase === phase);
    if (steps.length === 0) return [];
    const passed = state.passedSteps.filter(({ stepId }) => {
      const step = steps.find(({ id }) => id === stepId);
      return step !== undefined && !step.isBranch && step.id !== state.stepId;
    });
    const last = passed.at(-1);
    const rowState =
      index === currentIndex
        ? currentState(state, currentStep)
        : currentStep === null
          ? betweenRoutes(last !== undefined)
          : otherState(phase, state, last !== undefined, index - currentIndex);
    return [
      {
        phase,
        state: rowState,
        doneAt: rowState === 'current' ? null : (last?.at ?? null),
        reopenStepId: last?.stepId ?? null,
        branches: branchRows(steps, state),
      },
    ];
  });
}

function currentState(state: TicketState, step: Step | null): RowState {
  if (state.status === 'open') return 'current';
  return step?.isEnd === true ? 'done' : 'stopped';
}

/** At the chooser no phase is the current one, and what was done is neither to be done again nor skipped. */
function betweenRoutes(isPassed: boolean): RowState {
  return isPassed ? 'done' : 'coming';
}

/** @param distance places behind the current phase; negative before it */
function otherState(phase: Phase, state: TicketState, isPassed: boolean, distance: number): RowState {
  // A QR can be scanned at any time; the way then leads past these phases, but the work is done.
  const isAboutQr = phase === 'findQr' || phase === 'scan';
  if (!isPassed && isAboutQr && state.currentFingerprint !== null) return 'done';
  if (distance > 0) return isPassed ? 'again' : 'coming';
  return isPassed ? 'done' : 'skipped';
}

function branchRows(steps: readonly Step[], state: TicketState): readonly BranchRow[] {
  return steps
    .filter((step) => step.isBranch)
    .flatMap((step) => {
      const passed = state.passedSteps.find(({ stepId }) => stepId === step.id);
      if (step.id === state.stepId) {
        return [{ step, state: currentState(state, step), doneAt: passed?.at ?? null }];
      }
      return passed === undefined ? [] : [{ step, state: 'done' as const, doneAt: passed.at }];
    });
}
