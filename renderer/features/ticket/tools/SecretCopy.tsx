import { Button, Group, Text } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SecretClipboardState } from '../../../../core/contract/shell-records.ts';
import { useCall, useCommand } from '../../../api/use-call.ts';
import { useShortcuts } from '../../../lib/shortcuts.tsx';
import { timeLeft } from '../../../lib/time-words.ts';
import { useNow } from '../../../lib/use-now.ts';
import { CallErrorNotice } from '../../../ui/CallErrorNotice.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useCommandKey } from '../../../ui/use-command-key.tsx';
import { copyText } from '../copy-text.ts';

/** What the copying of a secret came to, for the button and the line that speaks of it. */
export type SecretCopying = {
  readonly copy: () => void;
  readonly clear: () => void;
  readonly error: ReturnType<typeof useCommand>['error'];
  readonly hasFailed: boolean;
  /** Null until something was copied here. */
  readonly state: SecretClipboardState | null;
};

/**
 * Puts a secret on the clipboard for a short while. The window writes it there itself and only tells main that it did, so
 * that the secret is in no call.
 */
export function useSecretCopy(text: string): SecretCopying {
  const expectSecret = useCommand('clipboard.expectSecret');
  const guard = useCommand('clipboard.guardSecret');
  const clear = useCommand('clipboard.clearSecret');
  const state = useCall('clipboard.getSecretState', {}).data ?? null;
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'failed'>('none');
  const copy = async () => {
    await expectSecret.mutateAsync({});
    const isCopied = await copyText(text);
    setOutcome(isCopied ? 'copied' : 'failed');
    if (isCopied) guard.mutate({}, { onError: () => void copyText('') });
  };
  return {
    // A failed call is shown by `error`.
    copy: () => void copy().catch(() => undefined),
    clear: () => clear.mutate({}),
    error: expectSecret.error ?? guard.error ?? clear.error,
    hasFailed: outcome === 'failed',
    state: outcome === 'copied' ? state : null,
  };
}

export function SecretCopyButton({
  text,
  copying,
}: {
  readonly text: string;
  readonly copying: SecretCopying;
}) {
  const { t } = useTranslation('ticket');
  const copyKey = useCommandKey('secret.copy');
  useShortcuts([{ command: 'secret.copy', run: copying.copy, isEnabled: text !== '' }]);
  return (
    <Button
      variant="default"
      disabled={text === ''}
      leftSection={<IconCopy aria-hidden size={18} />}
      rightSection={copyKey.hint}
      aria-keyshortcuts={copyKey.aria}
      onClick={copying.copy}
    >
      {t('secretCopy.copy')}
    </Button>
  );
}

/** How long it stays on the clipboard, and an honest word about clipboard managers. Nothing before the first copy. */
export function SecretCopyNews({ copying }: { readonly copying: SecretCopying }) {
  const { t } = useTranslation('ticket');
  // By the computer's clock, as main counts; the hook only has the line drawn anew.
  useNow();
  const now = Date.now();
  const { state, error, hasFailed } = copying;
  if (error !== null) return <CallErrorNotice error={error} />;
  if (hasFailed) return <Notice tone="danger" title={t('secretCopy.failed')} />;
  if (state === null) return null;
  if (state.clearsAt === null) {
    return (
      <Text size="sm" c="dimmed" role="status">
        {state.ended === 'replaced' ? t('secretCopy.replaced') : t('secretCopy.cleared')}
      </Text>
    );
  }
  const left = timeLeft(state.clearsAt - now);
  return (
    <Group gap="sm" wrap="nowrap">
      <Text size="sm">
        <span role="status">{t('secretCopy.copied')}</span>{' '}
        <span>{t(`common:left.${left.unit}`, left)}.</span> {t('secretCopy.managers')}
      </Text>
      <Button variant="default" size="compact-sm" flex="none" onClick={copying.clear}>
        {t('secretCopy.clearNow')}
      </Button>
    </Group>
  );
}
