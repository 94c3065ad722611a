import { Button, Collapse, Group, Paper, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { PracticeLabel } from '../../../core/practice/state.ts';
import { QrCanvas } from './QrCanvas.tsx';

/** The label on the pretend device. Its QR is folded away, so that a scan of the screen finds the reset code alone. */
export function Sticker({ label }: { readonly label: PracticeLabel }) {
  const { t } = useTranslation('practice');
  const [isOpen, { toggle }] = useDisclosure(false);
  return (
    <Paper component="section" aria-label={t('sticker.label')} withBorder p="sm">
      <Group justify="space-between" gap="sm">
        <Text size="sm">
          {t('sticker.model')} {label.model}
          <br />
          {t('sticker.serial')} <span className="rd-mono">{label.serial}</span>
        </Text>
        <Button variant="default" size="xs" aria-expanded={isOpen} onClick={toggle}>
          {isOpen ? t('sticker.hideQr') : t('sticker.showQr')}
        </Button>
      </Group>
      <Collapse expanded={isOpen}>
        <QrCanvas payload={label.payload} label={t('sticker.qr')} ecLevel="M" pixelsPerModule={4} />
      </Collapse>
    </Paper>
  );
}
