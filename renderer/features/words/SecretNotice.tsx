import { Button, Group, Paper, Portal, Text } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { keyOf } from '../../../core/commands/keymap.ts';
import { isCertain } from '../../../core/privacy/secrets-in-text.ts';
import { callHarmless } from '../../lib/harmless-words.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import classes from './SecretNotice.module.css';
import { useWatchedField, type Watched } from './use-watched-field.ts';
import { leaveOut } from './watched-field.ts';

/** Fixed, because they are heard before every field. */
const LEAVE_OUT_KEY = keyOf('words.leaveOut', {}) ?? '';
const KEEP_KEY = keyOf('words.keep', {}) ?? '';

/**
 * Stands beside any field in which a code, a password or a key was typed. Nothing of the field is stored before the agent has
 * decided: `renderer/api/client` holds it back.
 */
export function SecretNotice() {
  const { watched, look } = useWatchedField();
  return watched === null ? null : <Question watched={watched} onDecided={look} />;
}

type Props = { readonly watched: Watched; readonly onDecided: () => void };

function Question({ watched, onDecided }: Props) {
  const { t } = useTranslation('words');
  const { field, secrets, place } = watched;
  const first = secrets[0];
  const guesses = secrets.filter((found) => !isCertain(found));
  const isAnyCertain = guesses.length < secrets.length;
  const remove = () => {
    leaveOut(field, secrets);
    onDecided();
  };
  const keep = () => {
    callHarmless(guesses.map(({ from, to }) => field.value.slice(from, to)));
    field.focus();
    onDecided();
  };
  useKeys({ [LEAVE_OUT_KEY]: remove, ...(isAnyCertain ? {} : { [KEEP_KEY]: keep }) });
  if (first === undefined) return null;
  return (
    <Portal>
      <Paper
        className={classes['notice'] ?? ''}
        role="alert"
        data-away={isAway(place)}
        style={isAway(place) ? {} : placed(place)}
        // The caret stays in the field.
        onMouseDown={(event) => event.preventDefault()}
      >
        <Group gap="xs" wrap="nowrap" align="flex-start">
          <IconShieldLock className={classes['icon'] ?? ''} aria-hidden size={20} />
          <div>
            <Text fw={600} size="sm">
              {t(`found.${first.kind}`)}
            </Text>
            <Text size="sm" className={classes['why'] ?? ''}>
              {t(isAnyCertain ? 'neverKept' : 'heldBack')}
            </Text>
          </div>
        </Group>
        <Group gap="xs" className={classes['choices'] ?? ''}>
          <Button
            size="compact-sm"
            rightSection={<KeyHint name={LEAVE_OUT_KEY} />}
            aria-keyshortcuts={LEAVE_OUT_KEY}
            onClick={remove}
          >
            {t('leaveOut')}
          </Button>
          {!isAnyCertain && (
            <Button
              size="compact-sm"
              variant="subtle"
              rightSection={<KeyHint name={KEEP_KEY} />}
              aria-keyshortcuts={KEEP_KEY}
              onClick={keep}
            >
              {t('noSecret')}
            </Button>
          )}
        </Group>
      </Paper>
    </Portal>
  );
}

/** In a dialog, too: the question is about the field that is typed in. */
function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const run = latest.current[event.key];
      if (
        run === undefined ||
        event.repeat ||
        event.ctrlKey ||
        event.altKey ||
        event.metaKey ||
        event.shiftKey
      )
        return;
      event.preventDefault();
      event.stopPropagation();
      run();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, []);
}

const WIDTH = 380;
/** Three lines and the buttons. */
const HEIGHT = 130;
const GAP = 6;

/** The agent has scrolled on: the question waits in one line at the edge, and covers nothing of the step. */
function isAway({ top, bottom }: DOMRect): boolean {
  return bottom <= 0 || top >= window.innerHeight;
}

/** Under the field, or over it where there is no room; never out of the window. */
function placed({ left, top, bottom }: DOMRect) {
  const isBelow = bottom + GAP + HEIGHT <= window.innerHeight;
  const x = Math.max(8, Math.min(left, window.innerWidth - WIDTH - 8));
  return isBelow
    ? { left: x, top: bottom + GAP, width: WIDTH }
    : { left: x, bottom: Math.max(8, window.innerHeight - top + GAP), width: WIDTH };
}
