import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from './Notice.tsx';

type Props = {
  /** What the agent typed. */
  readonly mine: string;
  readonly onUseMine: () => void;
  readonly onKeepTheirs: () => void;
};

/** Someone else changed the record first: their text is shown, and what was typed is not lost. */
export function ConflictNotice({ mine, onUseMine, onKeepTheirs }: Props) {
  const { t } = useTranslation('common');
  return (
    <Notice tone="warning" title={t('conflict.title')}>
      <Text size="sm">{t('conflict.detail', { mine })}</Text>
      <Group gap="xs" mt="xs">
        <Button size="xs" variant="default" onClick={onKeepTheirs}>
          {t('conflict.keepTheirs')}
        </Button>
        <Button size="xs" variant="default" onClick={onUseMine}>
          {t('conflict.useMine')}
        </Button>
      </Group>
    </Notice>
  );
}
