import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { SCAN_TABS, type ScanTab } from './scan-state.ts';
import { TAB_ICONS } from './tab-icons.ts';

type Props = { readonly tab: ScanTab; readonly onPickTab: (tab: ScanTab) => void };

/** The other ways to scan, when this one did not work out. */
export function OtherWays({ tab, onPickTab }: Props) {
  const { t } = useTranslation('scan');
  return (
    <Group gap="xs" role="group" aria-label={t('otherWays.label')}>
      {SCAN_TABS.map((way, index) => {
        const Icon = TAB_ICONS[way];
        return (
          way !== tab && (
            <Button
              key={way}
              variant="default"
              size="sm"
              leftSection={<Icon aria-hidden size={16} />}
              rightSection={<KeyHint name={String(index + 1)} />}
              onClick={() => onPickTab(way)}
            >
              {t(`otherWays.${way}`)}
            </Button>
          )
        );
      })}
    </Group>
  );
}
