import { Button, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketDetails } from '../../../../core/contract/records.ts';
import { useCall } from '../../../api/use-call.ts';
import { ShortcutLayer, useShortcuts } from '../../../lib/shortcuts.tsx';
import { CallErrorNotice } from '../../../ui/CallErrorNotice.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { useCommandKey } from '../../../ui/use-command-key.tsx';
import { usePrintOut, useTicketPaper } from '../../print/index.ts';
import { CustomerLanguageSwitch } from '../CustomerLanguageSwitch.tsx';
import { useCustomerLanguage } from '../customer-language.tsx';

type Props = { readonly ticket: TicketDetails; readonly isOpen: boolean; readonly onClose: () => void };

/** The hand-out or the slip, as a PDF or on paper, in the customer's language. */
export function PrintMenu({ ticket, isOpen, onClose }: Props) {
  const { t } = useTranslation('ticket');
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('print.title')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <ShortcutLayer>
        <Choices ticket={ticket} onClose={onClose} />
      </ShortcutLayer>
    </Modal>
  );
}

const KINDS = ['handOut', 'receipt'] as const;

function Choices({ ticket, onClose }: Omit<Props, 'isOpen'>) {
  const { t } = useTranslation('ticket');
  const paperKey = useCommandKey('print.paper');
  const { language } = useCustomerLanguage();
  const [kind, setKind] = useState<(typeof KINDS)[number]>('handOut');
  const paperOf = useTicketPaper(ticket, language);
  const profile = useCall('settings.get', {}).data?.printing[kind];
  const out = usePrintOut();
  const isReady = paperOf !== null && profile !== undefined;
  const savePdf = () => {
    if (isReady) out.savePdf(paperOf(kind, Date.now()), profile);
  };
  const print = () => {
    if (isReady) out.print(paperOf(kind, Date.now()), profile);
  };
  useShortcuts([
    { key: 'Escape', label: t('common:actions.close'), run: onClose },
    { key: 'Enter', label: t('print.savePdf'), run: savePdf },
    { command: 'print.paper', run: print },
  ]);
  return (
    <Stack gap="md">
      <SegmentedControl
        fullWidth
        aria-label={t('print.kind')}
        value={kind}
        onChange={(chosen) => setKind(KINDS.find((known) => known === chosen) ?? kind)}
        data={KINDS.map((value) => ({ value, label: t(`print.kinds.${value}`) }))}
      />
      <CustomerLanguageSwitch />
      <Text size="sm">{t('print.noSecrets')}</Text>
      <Group gap="xs">
        <Button
          data-autofocus
          disabled={!isReady || out.state === 'busy'}
          leftSection={<IconFileTypePdf aria-hidden size={18} />}
          rightSection={<KeyHint name="Enter" />}
          onClick={savePdf}
        >
          {t('print.savePdf')}
        </Button>
        <Button
          variant="default"
          disabled={!isReady || out.state === 'busy'}
          leftSection={<IconPrinter aria-hidden size={18} />}
          rightSection={paperKey.hint}
          aria-keyshortcuts={paperKey.aria}
          onClick={print}
        >
          {t('print.print')}
        </Button>
      </Group>
      <Text size="sm" role="status">
        {out.state === null ? '' : t(`print.states.${out.state}`)}
      </Text>
      <CallErrorNotice error={out.error} />
    </Stack>
  );
}
