import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '../../ui/KeyHint.tsx';

export type Direction = 'undo' | 'redo';

type Props = {
  readonly text: string;
  readonly detail: string | null;
  /** What can be done about it; null for nothing. */
  readonly direction: Direction | null;
  readonly onTurn: () => void;
};

/** What was done, and the one button about it. */
export function MessageBody({ text, detail, direction, onTurn }: Props) {
  const { t } = useTranslation('undo');
  return (
    <Group gap="sm" wrap="nowrap" justify="space-between">
      <div>
        <Text size="sm" fw={500}>
          {text}
        </Text>
        {detail !== null && <Text size="xs">{detail}</Text>}
      </div>
      {direction !== null && (
        <Button
          size="xs"
          variant="default"
          flex="none"
          rightSection={<KeyHint name={direction === 'undo' ? 'Ctrl+Z' : 'Ctrl+Shift+Z'} />}
          onClick={onTurn}
        >
          {t(direction)}
        </Button>
      )}
    </Group>
  );
}
