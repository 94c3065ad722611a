import { Title } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CommandId } from '../../../../core/commands/commands.ts';
import { useCommandKey } from '../../../ui/use-command-key.tsx';
import classes from './Context.module.css';

type Props = {
  readonly title: string;
  readonly icon: Icon;
  /** Goes to this card. */
  readonly command?: CommandId;
  /** Something is missing here. */
  readonly isMarked?: boolean;
  readonly children: ReactNode;
};

/** One group of the context column. */
export function Card({ title, icon: CardIcon, command, isMarked = false, children }: Props) {
  return (
    <section className={classes['card']} data-marked={isMarked}>
      <div className={classes['head']}>
        <CardIcon aria-hidden size={18} />
        <Title order={2} size="h6" flex={1}>
          {title}
        </Title>
        {command !== undefined && <CardKey command={command} />}
      </div>
      {children}
    </section>
  );
}

function CardKey({ command }: { readonly command: CommandId }) {
  return useCommandKey(command).hint;
}
