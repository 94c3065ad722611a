import { type Icon, IconDeviceCctv, IconNotes, IconTicket, IconUser } from '@tabler/icons-react';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchHit } from '../../../core/contract/search-calls.ts';
import type { MarkedText } from '../../../core/search-marks.ts';
import { Marked } from './Marked.tsx';
import { type LineProps, OptionLine } from './OptionLine.tsx';
import classes from './Palette.module.css';

const icons: Readonly<Record<SearchHit['kind'], Icon>> = {
  customer: IconUser,
  device: IconDeviceCctv,
  ticket: IconTicket,
  note: IconNotes,
};

/** One thing that was found: what it is called, and what tells it from others. */
export function HitLine({ hit, ...line }: LineProps & { readonly hit: SearchHit }) {
  const { t } = useTranslation(['search', 'ticket']);
  return (
    <OptionLine
      {...line}
      icon={icons[hit.kind]}
      title={titleOf(hit, t('ticket:customer.unnamed'), (number) => t('ticket:number', { number }))}
      details={joined([
        ...detailsOf(hit),
        'lane' in hit &&
          (hit.outcome === null ? t(`ticket:lanes.${hit.lane}`) : t(`ticket:outcomes.${hit.outcome}`)),
      ])}
    />
  );
}

function titleOf(hit: SearchHit, unnamed: string, ticketName: (number: number) => string): ReactNode {
  switch (hit.kind) {
    case 'customer':
      return hit.name.text === '' ? unnamed : <Marked value={hit.name} />;
    case 'device':
      return <Marked value={hit.serial} />;
    case 'ticket':
      return hit.numberText.marks.length > 0 ? (
        <mark className={classes['mark']}>{ticketName(hit.number)}</mark>
      ) : (
        ticketName(hit.number)
      );
    case 'note':
      return <Marked value={hit.text} />;
  }
}

function detailsOf(hit: SearchHit): ReactNode[] {
  switch (hit.kind) {
    case 'customer':
      return hit.contacts.map(shown);
    case 'device':
      return [shown(hit.model), hit.customerName];
    case 'ticket':
      return [shown(hit.customerName), shown(hit.phone), shown(hit.serial)];
    case 'note':
      return [];
  }
}

function shown(value: MarkedText): ReactNode {
  return value.text === '' ? null : <Marked value={value} />;
}

function joined(parts: readonly ReactNode[]): ReactNode {
  return parts
    .filter((part) => part !== null && part !== false && part !== '')
    .map((part, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one line have no identity but their place.
      <Fragment key={index}>
        {index > 0 && ' · '}
        {part}
      </Fragment>
    ));
}
