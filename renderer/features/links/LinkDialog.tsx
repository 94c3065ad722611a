import { Button, Group, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { LinkRequest } from '../../../core/links/deep-link.ts';
import { useIsPageCovered, useShortcuts } from '../../lib/shortcuts.tsx';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { LinkQuestion } from './LinkQuestion.tsx';
import { leavingOf } from './leaving.ts';
import { useFollowLink } from './use-follow-link.ts';

type Props = {
  readonly link: Exclude<LinkRequest, { kind: 'scan' }>;
  readonly onDone: () => void;
};

/** The agent may be typing when a link comes: an Enter that was meant for that answers nothing here. */
const SETTLED_MS = 700;

/** Says what a link wants and does it once the agent agrees; a ticket is gone to at once where nothing is left for it. */
export function LinkDialog({ link, onDone }: Props) {
  const { t } = useTranslation('links');
  const [location] = useLocation();
  const isPageCovered = useIsPageCovered();
  const { target, path, follow, lookAgain, error, isBusy } = useFollowLink(link, onDone);
  const [isAsked, setAsked] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once it is known where the link leads.
  useEffect(() => {
    if (target === 'looking') return;
    const isHere = path !== null && path === location;
    const isAtOnce =
      path !== null && !isAsked && !isPageCovered() && (isHere || leavingOf(location) === 'nothing');
    if (!isAtOnce) setAsked(true);
    else if (isHere) onDone();
    else follow();
  }, [target]);
  if (!isAsked) return null;
  const way = {
    none: null,
    looking: { label: t('common:actions.retry'), run: lookAgain },
    unknown: { label: t('common:actions.retry'), run: lookAgain },
    found: { label: t(link.kind === 'new' ? 'open' : 'go'), run: follow },
  }[target];
  return (
    <Dialog title={t('title')} isOpen isQuestion onClose={onDone}>
      {/* The focus stands on no button, so that Enter means the answer and not what happens to be first. */}
      <Stack gap="sm" tabIndex={-1} data-autofocus>
        <LinkQuestion link={link} target={target} leaving={leavingOf(location)} />
        <CallErrorNotice error={error} />
        <Group gap="xs">
          {way !== null && <WayButton label={way.label} isBusy={isBusy} onGo={way.run} />}
          <Button variant="default" rightSection={<KeyHint name="Escape" />} onClick={onDone}>
            {t(target === 'none' ? 'common:actions.close' : 'leave')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

type WayProps = { readonly label: string; readonly isBusy: boolean; readonly onGo: () => void };

function WayButton({ label, isBusy, onGo }: WayProps) {
  const [isSettled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), SETTLED_MS);
    return () => clearTimeout(timer);
  }, []);
  const isReady = isSettled && !isBusy;
  // Enter is taken all the while, also when it answers nothing yet.
  useShortcuts([{ key: 'Enter', label, run: () => isReady && onGo() }]);
  return (
    <Button loading={isBusy} disabled={!isSettled} rightSection={<KeyHint name="Enter" />} onClick={onGo}>
      {label}
    </Button>
  );
}
