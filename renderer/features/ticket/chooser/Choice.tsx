import { Button } from '@mantine/core';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import answerClasses from '../stage/Answers.module.css';

type Props = {
  readonly label: string;
  readonly keyName: string | null;
  readonly isPrimary?: boolean;
  readonly onClick: () => void;
};

/** A button of the chooser, with the key that presses it. */
export function Choice({ label, keyName, isPrimary = false, onClick }: Props) {
  return (
    <Button
      size="sm"
      variant={isPrimary ? 'filled' : 'default'}
      className={answerClasses['button'] ?? ''}
      classNames={{ label: answerClasses['label'] ?? '' }}
      aria-keyshortcuts={keyName ?? undefined}
      rightSection={keyName === null ? null : <KeyHint name={keyName} />}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}
