import { Button, Group, Modal, Text } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ShortcutLayer, useShortcuts } from '../../lib/shortcuts.tsx';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { EscapeKey } from '../../ui/EscapeKey.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';

export type Pair = {
  /** The one that stays. */
  readonly keptId: string;
  /** The one that goes into it. */
  readonly otherId: string;
};

type FrameProps = Pair & {
  readonly title: string;
  readonly onClose: () => void;
  /** What is known of the two, either way round; it reads them, and the dialog is there before. */
  readonly children: (pair: Pair, onSwap: () => void) => ReactNode;
};

/** The dialog around a preview. Either record can be the one that stays. */
export function MergeFrame({ title, keptId, otherId, onClose, children }: FrameProps) {
  const { t } = useTranslation('merge');
  const [pair, setPair] = useState<Pair>({ keptId, otherId });
  return (
    <Modal
      opened
      size="xl"
      title={title}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
      onClose={onClose}
    >
      <ShortcutLayer>
        <EscapeKey label={t('common:actions.cancel')} onClose={onClose} />
        {children(pair, () => setPair({ keptId: pair.otherId, otherId: pair.keptId }))}
      </ShortcutLayer>
    </Modal>
  );
}

type FootProps = {
  /** What goes to the one that stays. */
  readonly moves: string;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onSwap: () => void;
  readonly onMerge: () => void;
  readonly onClose: () => void;
};

/** What a merge moves, and the ways on. */
export function MergeFoot({ moves, isPending, error, onSwap, onMerge, onClose }: FootProps) {
  const { t } = useTranslation('merge');
  useShortcuts([{ key: 'Enter', label: t('do'), run: onMerge }]);
  return (
    <>
      <Text size="sm" my="md">
        {moves} {t('undoable')}
      </Text>
      <Group justify="space-between">
        <Button variant="subtle" leftSection={<IconArrowsExchange aria-hidden size={16} />} onClick={onSwap}>
          {t('swap')}
        </Button>
        <Group gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common:actions.cancel')}
          </Button>
          <Button autoFocus loading={isPending} rightSection={<KeyHint name="Enter" />} onClick={onMerge}>
            {t('do')}
          </Button>
        </Group>
      </Group>
      <CallErrorNotice error={error} />
    </>
  );
}
