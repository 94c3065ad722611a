import { Button, Group, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TransferState } from '../../../core/transfer/transfer.ts';
import { useCommand } from '../../api/use-call.ts';

type Props = { readonly running: NonNullable<TransferState['running']> };

/** How far an export or import is, and the way to stop it. */
export function RunningTransfer({ running: { task, done, total } }: Props) {
  const { t, i18n } = useTranslation('transfer');
  const cancel = useCommand('transfer.cancel');
  const number = new Intl.NumberFormat(i18n.language);
  const percent = total === 0 ? 0 : Math.round((100 * done) / total);
  return (
    <Group gap="sm" wrap="nowrap">
      <Progress.Root flex={1} size="lg">
        <Progress.Section value={percent} aria-label={t(`tasks.${task}`)} />
      </Progress.Root>
      <Text size="sm">{t('progress', { done: number.format(done), total: number.format(total) })}</Text>
      <Button
        size="compact-sm"
        variant="default"
        loading={cancel.isPending}
        onClick={() => cancel.mutate({})}
      >
        {t('stop')}
      </Button>
    </Group>
  );
}
