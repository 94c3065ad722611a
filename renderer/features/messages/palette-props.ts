import type { ReactNode } from 'react';
import type { MessageValues } from '../../../core/message/variables.ts';
import type { Phase } from '../../../core/playbook/schema.ts';
import type { Language } from '../../../core/values.ts';

/** What the palette is given by the ticket, and what it hands back. */
export type PaletteProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly phase: Phase | null;
  readonly language: Language;
  readonly values: MessageValues;
  /** The customer's; empty when it is not known. */
  readonly mailAddress: string;
  /** For a value that only the agent can tell: the mailbox as the device shows it. */
  readonly onMaskedMailbox: (text: string) => void;
  /** Puts the message into the ticket's notes. */
  readonly onAddNote: (text: string) => void;
  /** The choice of the customer's language. */
  readonly languageSwitch: ReactNode;
};
