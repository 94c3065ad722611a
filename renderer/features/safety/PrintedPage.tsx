import { Portal } from '@mantine/core';
import classes from './RecoveryKey.module.css';

/** What comes out of the printer instead of the window; never on the screen. */
export function PrintedPage({ lines }: { readonly lines: readonly string[] }) {
  const [title, ...rest] = lines;
  return (
    <Portal>
      <div className={`rd-printed ${classes['printed'] ?? ''}`} aria-hidden>
        <h1>{title}</h1>
        {rest.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </Portal>
  );
}
