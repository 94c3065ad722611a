import { useTranslation } from 'react-i18next';
import type { TicketPaper } from '../../../core/print/document.ts';
import classes from './Print.module.css';
import { formatDay, formatMoment } from './times.ts';

/** What was done, what to do next, and how to be ready for the next time; in the customer's language. */
export function HandOut({ paper }: { readonly paper: TicketPaper }) {
  const { t } = useTranslation('print', { lng: paper.language });
  const facts = [
    [t('handOut.facts.ticket'), String(paper.ticketNumber)],
    [t('handOut.facts.date'), formatDay(paper.printedAt, paper.language)],
    [t('handOut.facts.customer'), paper.customerName],
    [t('handOut.facts.model'), paper.deviceModel],
    [t('handOut.facts.serial'), paper.deviceSerial],
    [t('handOut.facts.agent'), paper.agentName],
  ] as const;
  return (
    <>
      <ShopHead paper={paper} />
      <h1>{t('handOut.title')}</h1>
      <dl className={classes['facts']}>
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <h2>{t('handOut.done')}</h2>
      <ul className={classes['done']}>
        {paper.milestones.map(({ type, at }) => (
          <li key={type}>
            <span>{t(`handOut.milestones.${type}`)}</span>
            <time>{formatMoment(at, paper.language)}</time>
          </li>
        ))}
      </ul>
      <h2>{t('handOut.next')}</h2>
      <NextSteps paper={paper} />
      <section className={classes['box']}>
        <p className={classes['boxTitle']}>{t('handOut.mailbox')}</p>
        <p>{t('handOut.mailboxWhy')}</p>
        <ul>
          <li>{t('handOut.mailboxWhere')}</li>
          <li>{t('handOut.mailboxOwn')}</li>
          <li>{t('handOut.mailboxTest')}</li>
        </ul>
      </section>
    </>
  );
}

/** Who helped: on every paper, so that the customer can call back. */
export function ShopHead({ paper }: { readonly paper: TicketPaper }) {
  if (paper.shopName === '' && paper.shopPhone === '') return null;
  return (
    <header className={classes['shop']}>
      <strong>{paper.shopName}</strong>
      <span>{paper.shopAddress}</span>
      <span>{paper.shopPhone}</span>
    </header>
  );
}

const STEPS = {
  resolved: ['apps', 'cameras', 'safe'],
  waiting: ['page', 'mailbox', 'call'],
  ended: ['again', 'proof'],
} as const;

function NextSteps({ paper }: { readonly paper: TicketPaper }) {
  const { t } = useTranslation('print', { lng: paper.language });
  const stage = stageOf(paper);
  const validUntil = paper.codeValidUntil;
  return (
    <ol className={classes['next']}>
      {STEPS[stage].map((step) => (
        <li key={step}>{t(`handOut.${stage}.${step}`)}</li>
      ))}
      {stage === 'waiting' && validUntil !== null && (
        <li>{t('handOut.validity', { at: formatMoment(validUntil, paper.language) })}</li>
      )}
    </ol>
  );
}

function stageOf({ outcome, milestones }: TicketPaper): keyof typeof STEPS {
  if (milestones.some(({ type }) => type === 'passwordAccepted')) return 'resolved';
  return outcome === null || outcome === 'resolved' ? 'waiting' : 'ended';
}
