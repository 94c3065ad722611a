import { practiceLimits } from './limits.ts';
import type { PasswordAnswer } from './state.ts';
import { Store } from './store.ts';

export type ConfigToolPage = 'closed' | 'devices' | 'exported' | 'newPassword' | 'done';

export interface ConfigToolState {
  readonly page: ConfigToolPage;
  /** When the distributor's answer came, epoch ms; null before that. Gone with the tool's window. */
  readonly returnedAt: number | null;
}

export type ImportAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'nothingReturned' | 'expired' };

/** What the tool takes from the device in its network. */
export interface ConfigToolDevice {
  readonly now: () => number;
  readonly setPasswordFromNetwork: (wanted: string, repeated: string) => PasswordAnswer;
}

/**
 * The vendor's tool on a computer in the device's network, as far as its way by file is documented: export, send,
 * import what comes back. Closing it between makes the file worthless, as its guide warns. Source: domain note 2.
 */
export class PracticeConfigTool extends Store<ConfigToolState> {
  readonly #device: ConfigToolDevice;

  constructor(device: ConfigToolDevice) {
    super({ page: 'closed', returnedAt: null });
    this.#device = device;
  }

  open(): void {
    this.change({ page: 'devices' });
  }

  close(): void {
    this.change({ page: 'closed', returnedAt: null });
  }

  exportFile(): void {
    this.change({ page: 'exported', returnedAt: null });
  }

  /** The pretend distributor has the file and sends one back. */
  sendFile(): void {
    if (this.getState().page === 'exported') this.change({ returnedAt: this.#device.now() });
  }

  importFile(): ImportAnswer {
    const { page, returnedAt } = this.getState();
    if (page !== 'exported' || returnedAt === null) return { ok: false, reason: 'nothingReturned' };
    const ageMs = this.#device.now() - returnedAt;
    if (ageMs >= practiceLimits.codeValidityMs) return { ok: false, reason: 'expired' };
    this.change({ page: 'newPassword' });
    return { ok: true };
  }

  setPassword(wanted: string, repeated: string): PasswordAnswer {
    if (this.getState().page !== 'newPassword') return { ok: false, reason: 'notAsked' };
    const answer = this.#device.setPasswordFromNetwork(wanted, repeated);
    if (answer.ok) this.change({ page: 'done', returnedAt: null });
    return answer;
  }
}
