import { Anchor, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './Dashboard.module.css';

/** What one line of a table counts. */
export type Share = {
  readonly name: string;
  /** Shows the tickets in the queue; null where the queue has no such filter. */
  readonly href: string | null;
  readonly tickets: number;
  /** Of these; null in a table where none was. */
  readonly solved: number | null;
};

type Props = {
  readonly title: string;
  /** What stands in the first column. */
  readonly what: string;
  readonly shares: readonly Share[];
};

/** Counts by name with a bar in each line: chart and table in one. A name leads to its tickets in the queue. */
export function ShareTable({ title, what, shares }: Props) {
  const { t } = useTranslation('dashboard');
  const highest = Math.max(1, ...shares.map(({ tickets }) => tickets));
  const hasSolved = shares.some(({ solved }) => solved !== null);
  return (
    <section className={classes['card']} aria-label={title}>
      <Title order={2} size="h5" mb="xs">
        {title}
      </Title>
      {shares.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('none')}
        </Text>
      ) : (
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">{what}</th>
              <th scope="col">{t('share.tickets')}</th>
              {hasSolved && <th scope="col">{t('share.solved')}</th>}
              <td aria-hidden />
            </tr>
          </thead>
          <tbody>
            {shares.map(({ name, href, tickets, solved }) => (
              <tr key={name}>
                <th scope="row">
                  {href === null ? (
                    name
                  ) : (
                    <Anchor href={href} inherit>
                      {name}
                    </Anchor>
                  )}
                </th>
                <td>{tickets}</td>
                {hasSolved && <td>{solved}</td>}
                <td aria-hidden>
                  <div className={classes['line']}>
                    <span
                      className={classes['share']}
                      data-kind="solved"
                      style={{ width: `${(100 * (solved ?? 0)) / highest}%` }}
                    />
                    <span
                      className={classes['share']}
                      style={{ width: `${(100 * (tickets - (solved ?? 0))) / highest}%` }}
                    />
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
