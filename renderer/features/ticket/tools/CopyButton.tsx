import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../copy-text.ts';

type Props = { readonly text: string | null; readonly label: string };

const ICONS = { idle: IconCopy, copied: IconCheck, failed: IconAlertTriangle } as const;

/** Copies a text that is no secret, and says on the button whether that worked. */
export function CopyButton({ text, label }: Props) {
  const { t } = useTranslation('ticket');
  const [state, setState] = useState<keyof typeof ICONS>('idle');
  const Icon = ICONS[state];
  return (
    <Button
      size="xs"
      variant="default"
      disabled={text === null}
      leftSection={<Icon aria-hidden size={18} />}
      onClick={async () => {
        if (text !== null) setState((await copyText(text)) ? 'copied' : 'failed');
      }}
    >
      {label}
      <span role="status">{state === 'idle' ? '' : `: ${t(`copy.${state}`)}`}</span>
    </Button>
  );
}
