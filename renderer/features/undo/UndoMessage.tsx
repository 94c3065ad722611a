import { Button, CloseButton, Text, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconArrowBackUp } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../lib/shortcuts.tsx';
import { useCommandKey } from '../../ui/use-command-key.tsx';
import type { Message } from './message.ts';
import classes from './Undo.module.css';
import { useUndo } from './use-undo.ts';

/** Time to read it, find the button and decide; the keys work long after. Pointing at it and focus hold it. */
const SHOWN_MS = 10_000;

/**
 * Offers to undo whatever was just done to a record: by key, and by a message that goes by itself. It stands in the status
 * line, where it covers nothing. Every command that changes records is told by the backend, so no feature has to ask
 * for it; its words are in `undo.json` under `done`.
 */
export function UndoMessage() {
  const { t } = useTranslation('undo');
  const { message, turn, stop, hide } = useUndo();
  useShortcuts([
    { command: 'change.undo', run: () => turn('undo', null), isQuiet: true },
    { command: 'change.redo', run: () => turn('redo', null), isQuiet: true },
  ]);
  return (
    <>
      {/* Always there, so that a screen reader hears what is put into it. */}
      <VisuallyHidden role="status">
        {message === null ? '' : [message.text, message.detail].filter(Boolean).join('. ')}
      </VisuallyHidden>
      {message !== null && (
        <ShownMessage key={message.id} message={message} onHide={hide}>
          {message.tone === 'running' && (
            <Button size="compact-sm" variant="default" onClick={stop}>
              {t('stop')}
            </Button>
          )}
          {message.next !== null && <TurnButton next={message.next} onTurn={turn} />}
        </ShownMessage>
      )}
    </>
  );
}

type ShownProps = {
  readonly message: Message;
  readonly onHide: () => void;
  readonly children: React.ReactNode;
};

function ShownMessage({ message: { tone, text, detail }, onHide, children }: ShownProps) {
  const { t } = useTranslation('undo');
  const [isHeld, setHeld] = useState(false);
  // What failed stays until it is put away.
  const isPassing = tone === 'done' && !isHeld;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a text that is told anew has its time anew.
  useEffect(() => {
    if (!isPassing) return;
    const timer = setTimeout(onHide, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isPassing, text]);
  const Icon = tone === 'failed' ? IconAlertTriangle : IconArrowBackUp;
  return (
    <section
      className={classes['message']}
      data-tone={tone}
      aria-label={t('label')}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon aria-hidden size={16} className={classes['icon']} />
      <div className={classes['words']}>
        <Text size="xs" fw={600}>
          {text}
        </Text>
        {detail !== null && <Text size="xs">{detail}</Text>}
      </div>
      {children}
      <CloseButton size="sm" aria-label={t('close')} onClick={onHide} />
    </section>
  );
}

type TurnProps = {
  readonly next: NonNullable<Message['next']>;
  readonly onTurn: ReturnType<typeof useUndo>['turn'];
};

function TurnButton({ next: { direction, commandId }, onTurn }: TurnProps) {
  const { t } = useTranslation('undo');
  const key = useCommandKey(`change.${direction}`);
  return (
    <Button
      size="compact-sm"
      variant="default"
      flex="none"
      rightSection={key.hint}
      onClick={() => onTurn(direction, commandId)}
    >
      {t(direction)}
    </Button>
  );
}
