import type { ReactNode } from 'react';
import classes from './Tools.module.css';

export type FactRow = { readonly name: string; readonly value: ReactNode };

/** Name and value pairs. */
export function FactList({ rows }: { readonly rows: readonly FactRow[] }) {
  return (
    <dl className={classes['facts']}>
      {rows.map(({ name, value }) => (
        <FactLine key={name} name={name} value={value} />
      ))}
    </dl>
  );
}

function FactLine({ name, value }: FactRow) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
