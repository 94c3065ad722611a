import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Step } from '../../../../core/playbook/schema.ts';
import { localize } from '../../../lib/localize.ts';
import { useShortcuts } from '../../../lib/shortcuts.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { OutTools } from '../outgoing/OutTools.tsx';
import type { TicketProps } from '../ticket-props.ts';
import { SummaryTool } from '../tools/SummaryTool.tsx';
import answerClasses from './Answers.module.css';
import { DoList, SayBox } from './SayDo.tsx';
import classes from './Stage.module.css';
import { StageHeading } from './StageHeading.tsx';

type Props = TicketProps & { readonly step: Step | null };

/** What became of the ticket. The step's own words are shown only where the procedure ended, not where it was broken off. */
export function ClosedStage({ ticket, playbook, step }: Props) {
  const { t, i18n } = useTranslation('ticket');
  const [, navigate] = useLocation();
  const end = step?.isEnd === true ? step : null;
  const outcome = ticket.state.outcome ?? 'abandoned';
  useShortcuts([{ key: 'Enter', label: t('backToQueue'), run: () => navigate('/'), isQuiet: true }]);
  return (
    <div className={classes['stage']}>
      <div className={classes['body']} data-step-body={ticket.id}>
        <StageHeading text={end === null ? t(`closedTitle.${outcome}`) : localize(end.title, i18n.language)}>
          <OutTools ticket={ticket} phase="close" />
        </StageHeading>
        {end !== null && end.say !== null && <SayBox text={end.say} />}
        {end !== null && end.do.length > 0 && <DoList lines={end.do} />}
        <SummaryTool ticket={ticket} playbook={playbook} />
      </div>
      <section className={answerClasses['bar']} data-part="answers" aria-label={t('stage.answers')}>
        <div>
          <Button
            size="md"
            aria-keyshortcuts="Enter"
            rightSection={<KeyHint name="Enter" />}
            onClick={() => navigate('/')}
          >
            {t('backToQueue')}
          </Button>
        </div>
      </section>
    </div>
  );
}
