import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { TicketDetails } from '../../../core/contract/records.ts';
import { type Language, languageSchema } from '../../../core/values.ts';
import { useDraft } from '../../lib/use-draft.ts';
import { useLanguage } from './use-language.ts';

interface CustomerLanguage {
  /** Of what is said, spelled, sent and printed; the interface has the agent's. */
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

const LanguageContext = createContext<CustomerLanguage | null>(null);

type Props = { readonly ticket: TicketDetails; readonly children: ReactNode };

/**
 * What this ticket's customer is spoken to in: as chosen here, else as it is known of the customer, else the agent's own
 * language.
 */
export function CustomerLanguageProvider({ ticket, children }: Props) {
  const agentLanguage = useLanguage();
  const { text, setText } = useDraft(ticket.id, 'language');
  const chosen = languageSchema.safeParse(text);
  const language = chosen.success ? chosen.data : (ticket.customer?.language ?? agentLanguage);
  const value = useMemo(() => ({ language, choose: setText }), [language, setText]);
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

/** The language of the customer whose ticket is on screen. */
export function useCustomerLanguage(): CustomerLanguage {
  const value = useContext(LanguageContext);
  if (value === null) throw new Error('useCustomerLanguage needs a CustomerLanguageProvider.');
  return value;
}
