import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { situationOf } from '../../../../core/playbook/chooser.ts';
import type { Step } from '../../../../core/playbook/schema.ts';
import { asksForOwnership, waitsForProofs } from '../../../../core/ticket/ownership.ts';
import type { Effect } from '../../../../core/ticket/schema.ts';
import { localize } from '../../../lib/localize.ts';
import { useDraft } from '../../../lib/use-draft.ts';
import { CallErrorNotice } from '../../../ui/CallErrorNotice.tsx';
import { StepPicture } from '../../pictures/index.ts';
import { WhoCalls } from '../caller/WhoCalls.tsx';
import { OtherWayButton } from '../chooser/OtherWayButton.tsx';
import { leaveStageField } from '../focus.ts';
import { OutTools } from '../outgoing/OutTools.tsx';
import { callsForOwner, Registration } from '../owner/Registration.tsx';
import type { TicketProps } from '../ticket-props.ts';
import { OwnershipGate } from '../tools/OwnershipGate.tsx';
import { RefusalReason } from '../tools/OwnershipTool.tsx';
import { useProofs } from '../tools/proofs.ts';
import { SecretAtHand } from '../tools/SecretAtHand.tsx';
import { StepTool } from '../tools/StepTool.tsx';
import { Answers } from './Answers.tsx';
import { ArrivalNotice } from './ArrivalNotice.tsx';
import { asksVendor, dependsOnLimits } from './answers.ts';
import { CallBackNotice } from './CallBackNotice.tsx';
import { DesksOwnMark } from './DesksOwnMark.tsx';
import { DeviceUseNotice } from './DeviceUseNotice.tsx';
import { Facts } from './Facts.tsx';
import { DoList, SayBox } from './SayDo.tsx';
import classes from './Stage.module.css';
import { StageHeading } from './StageHeading.tsx';

type Props = TicketProps & { readonly step: Step; readonly onOtherWay: () => void };

/** One step: what to say, what to do, its tool, and the answers that lead on. */
export function StepStage({ ticket, playbook, step, onOtherWay }: Props) {
  const { i18n } = useTranslation();
  const proofs = useProofs(ticket);
  const refusalReason = useDraft(ticket.id, 'refusalReason');
  const mailAddress = useDraft(ticket.id, 'mailAddress');
  const input = {
    seen: proofs.seen,
    areProofsMissing: proofs.missing.length > 0,
    areProofsUnrecorded: proofs.unrecorded.length > 0,
    waitsForProofs: (records: readonly Effect[]) => waitsForProofs(ticket.state, step, records),
    refusalReason: refusalReason.text,
    mailAddress: mailAddress.text,
  };
  const isOwnershipStep = asksForOwnership(step);
  const needsProofs =
    (ticket.state.proofsSetAside !== null && !isOwnershipStep) ||
    (proofs.unrecorded.length > 0 && step.answers.some(({ records }) => asksVendor(records)));
  // In a small window the conflict and the proofs that settle it fit only without the words before them.
  const isConflictFirst = isOwnershipStep && callsForOwner(ticket);
  const isGuided = step.do.length > 0;
  const picture = step.picture !== null && (
    <div data-part="picture">
      <StepPicture name={step.picture} isFolded={step.tool === 'submitMail'} />
    </div>
  );
  // Under what is short: the code is as high as there is room, and the others are a field or a button.
  const isPictureGuide = step.tool === 'submitDmss' || step.tool === 'submitMail';
  const say = step.say !== null && <SayBox text={step.say} />;
  return (
    <div className={classes['stage']} data-tool={step.tool}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: not a control; it only lets Enter and Escape end the typing. */}
      <div className={classes['body']} data-step-body={ticket.id} onKeyDown={endTyping}>
        <StageHeading text={localize(step.title, i18n.language)}>
          <OtherWayButton onClick={onOtherWay} />
          <OutTools ticket={ticket} phase={step.phase} />
        </StageHeading>
        {playbook.isDesksOwn === true && <DesksOwnMark />}
        <CallBackNotice ticket={ticket} />
        <ArrivalNotice customer={ticket.customer} />
        {!isConflictFirst && say}
        <div className={classes['work']} data-guided={isGuided}>
          <div className={classes['tool']} data-part="tool">
            {step.tool === 'ownership' && <WhoCalls ticket={ticket} />}
            {(isOwnershipStep || !ticket.state.isOwnershipConfirmed) && <Registration ticket={ticket} />}
            {dependsOnLimits(step) && <DeviceUseNotice ticket={ticket} />}
            {needsProofs && <OwnershipGate ticket={ticket} proofs={proofs} />}
            <StepTool
              tool={step.tool}
              ticket={ticket}
              playbook={playbook}
              input={input}
              proofs={proofs}
              onMailAddress={mailAddress.setText}
            />
            {isConflictFirst && say}
            <SecretAtHand step={step} ticket={ticket} playbook={playbook} />
            {step.answers.some(({ records }) => records.includes('ownershipRefused')) && (
              <RefusalReason reason={refusalReason.text} onReason={refusalReason.setText} />
            )}
            <CallErrorNotice error={proofs.error ?? refusalReason.error ?? mailAddress.error} />
            {!isPictureGuide && picture}
          </div>
          <div className={classes['guide']}>
            {step.do.length > 0 && <DoList lines={step.do} />}
            {isPictureGuide && picture}
            <Facts playbook={playbook} step={step} situation={situationOf(ticket.state, ticket.device)} />
          </div>
        </div>
      </div>
      <Answers ticket={ticket} playbook={playbook} input={input} />
    </div>
  );
}

/** Enter says only that the text is whole; a second one answers the step. */
function endTyping(event: KeyboardEvent): void {
  const isEnd = event.key === 'Escape' || event.key === 'Enter';
  if (!isEnd || event.defaultPrevented || !(event.target instanceof HTMLInputElement)) return;
  // React also tells of keys in dialogs that a step's tools opened.
  if (!event.currentTarget.contains(event.target)) return;
  if (event.target.type === 'checkbox' || event.target.type === 'radio') return;
  event.preventDefault();
  leaveStageField();
}
