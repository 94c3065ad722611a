import { Text } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Palette.module.css';

/** What every line of the palette needs to be chosen. */
export type LineProps = {
  readonly id: string;
  readonly isActive: boolean;
  readonly onChoose: () => void;
};

type Props = LineProps & {
  readonly icon: Icon;
  readonly title: ReactNode;
  /** What tells it from others; null for none. */
  readonly details: ReactNode;
  readonly isDisabled?: boolean;
  /** At the end of the line. */
  readonly children?: ReactNode;
};

/** One line of the palette's list. */
export function OptionLine({
  id,
  isActive,
  onChoose,
  icon: LineIcon,
  title,
  details,
  isDisabled = false,
  children,
}: Props) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and its keys choose.
    // biome-ignore lint/a11y/useFocusableInteractive: the field points here with aria-activedescendant.
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      aria-disabled={isDisabled}
      className={classes['hit']}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <LineIcon aria-hidden size={18} />
      <div className={classes['words']}>
        <Text size="sm" fw={600}>
          {title}
        </Text>
        {details !== null && (
          <Text size="xs" className={classes['details'] ?? ''}>
            {details}
          </Text>
        )}
      </div>
      {children}
    </div>
  );
}
