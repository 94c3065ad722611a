import { useTranslation } from 'react-i18next';
import type { TicketPaper } from '../../../core/print/document.ts';
import { ShopHead } from './HandOut.tsx';
import classes from './Print.module.css';
import { formatMoment } from './times.ts';

/** The counter's slip. */
export function Receipt({ paper }: { readonly paper: TicketPaper }) {
  const { t } = useTranslation('print', { lng: paper.language });
  const facts = [
    [t('receipt.opened'), formatMoment(paper.openedAt, paper.language)],
    [t('handOut.facts.customer'), paper.customerName],
    [t('handOut.facts.model'), paper.deviceModel],
    [t('handOut.facts.serial'), paper.deviceSerial],
    [t('receipt.state'), t(`receipt.states.${paper.outcome ?? 'open'}`)],
    [t('handOut.facts.agent'), paper.agentName],
    [t('receipt.printed'), formatMoment(paper.printedAt, paper.language)],
  ] as const;
  return (
    <div className={classes['slip']}>
      <ShopHead paper={paper} />
      <h1>{t('receipt.title', { number: paper.ticketNumber })}</h1>
      <dl>
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <p>{t('receipt.keep')}</p>
    </div>
  );
}
