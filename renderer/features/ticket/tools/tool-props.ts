import type { Evidence } from '../../../../core/ticket/schema.ts';
import type { StageInput } from '../stage/answers.ts';
import type { TicketProps } from '../ticket-props.ts';

/** What a step's tool gets, and how it hands over what goes along with the answer. */
export type ToolProps = TicketProps & {
  readonly input: StageInput;
  readonly onEvidence: (evidence: readonly Evidence[]) => void;
  readonly onMailAddress: (address: string) => void;
};
