import type { StageInput } from '../stage/answers.ts';
import type { TicketProps } from '../ticket-props.ts';
import type { Proofs } from './proofs.ts';

/** What a step's tool gets, and how it hands over what goes along with the answer. */
export type ToolProps = TicketProps & {
  readonly input: StageInput;
  readonly proofs: Proofs;
  readonly onMailAddress: (address: string) => void;
};
