import { updateStateSchema } from '../update/update-state.ts';
import { command, type Endpoint, type EventOf, event, nothing, query } from './endpoint.ts';

/** Later versions of ResetDesk, from the place that an administrator named. Nothing is installed or restarted by itself. */
export const updateCalls = {
  'update.getState': query({ host: 'shell', input: nothing, output: updateStateSchema }),
  'update.stateChanged': event({ host: 'shell', answers: 'update.getState', payload: updateStateSchema }),
  /** Looks for a later version; the answer is what was found, or why nothing is taken. */
  'update.look': command({ host: 'shell', input: nothing, output: updateStateSchema }),
  /** Fetches and checks the version that was found. */
  'update.fetch': command({ host: 'shell', input: nothing, output: updateStateSchema }),
  /** Shows the checked file in its folder, for whoever may install it. */
  'update.showFile': command({ host: 'shell', input: nothing, output: nothing }),
} as const satisfies Record<string, Endpoint | EventOf>;
