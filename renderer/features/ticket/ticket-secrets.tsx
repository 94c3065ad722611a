import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { TicketDetails } from '../../../core/contract/records.ts';
import { secretsToForget, type TicketMoment } from './forget-secrets.ts';
import { createSecret, type Secret, wipeAllSecrets } from './secret-memory.ts';

/** What an agent types or reads out on one ticket. */
export type TicketSecrets = {
  readonly code: Secret;
  /** The whole mail that the code was pasted with. */
  readonly mail: Secret;
  readonly password: Secret;
  /** Whether the password is the one that was made here: then its strength is known. */
  readonly isPasswordMade: { current: boolean };
};

const SecretsContext = createContext<TicketSecrets | null>(null);

/**
 * Holds the secrets of one ticket, so that a step finds what an earlier one was told. They are forgotten when the ticket is
 * left (another page, another ticket), when the window's page ends, and by `useForgetSecrets`.
 */
export function TicketSecretsProvider({ children }: { readonly children: ReactNode }) {
  const [code] = useState(createSecret);
  const [mail] = useState(createSecret);
  const [password] = useState(createSecret);
  const isPasswordMade = useRef(true);
  const secrets = useMemo(() => ({ code, mail, password, isPasswordMade }), [code, mail, password]);
  useEffect(() => {
    window.addEventListener('pagehide', wipeAllSecrets);
    return () => {
      window.removeEventListener('pagehide', wipeAllSecrets);
      for (const secret of [code, mail, password]) secret.wipe();
    };
  }, [code, mail, password]);
  return <SecretsContext value={secrets}>{children}</SecretsContext>;
}

export function useTicketSecrets(): TicketSecrets {
  const secrets = useContext(SecretsContext);
  if (secrets === null) throw new Error('useTicketSecrets needs a TicketSecretsProvider.');
  return secrets;
}

/** Forgets what the ticket no longer needs, as soon as it has come so far. */
export function useForgetSecrets({ state, history }: TicketDetails): void {
  const { code, mail, password } = useTicketSecrets();
  const before = useRef<TicketMoment>({ state, history });
  useEffect(() => {
    const forgotten = secretsToForget(before.current, { state, history });
    before.current = { state, history };
    if (forgotten === 'none') return;
    code.wipe();
    mail.wipe();
    if (forgotten === 'all') password.wipe();
  }, [state, history, code, mail, password]);
}

/** A secret's text, drawn anew when it changes. */
export function useSecretText({ subscribe, read }: Secret): string {
  return useSyncExternalStore(subscribe, read);
}
