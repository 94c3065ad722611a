import { Title } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import classes from './Context.module.css';

type Props = {
  readonly title: string;
  readonly icon: Icon;
  /** The key that goes to this card. */
  readonly keyName?: string;
  /** Something is missing here. */
  readonly isMarked?: boolean;
  readonly children: ReactNode;
};

/** One group of the context column. */
export function Card({ title, icon: CardIcon, keyName, isMarked = false, children }: Props) {
  return (
    <section className={classes['card']} data-marked={isMarked}>
      <div className={classes['head']}>
        <CardIcon aria-hidden size={18} />
        <Title order={2} size="h6" flex={1}>
          {title}
        </Title>
        {keyName !== undefined && <KeyHint name={keyName} />}
      </div>
      {children}
    </section>
  );
}
