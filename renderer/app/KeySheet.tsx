import { Modal, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { commandIds, commands } from '../../core/commands/commands.ts';
import { useCall } from '../api/use-call.ts';
import { keyCaps } from '../features/settings/accelerator.ts';
import { type Shortcut, ShortcutLayer, useKeyFinder, useShortcuts } from '../lib/shortcuts.tsx';
import { EscapeKey } from '../ui/EscapeKey.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';
import classes from './KeySheet.module.css';

type Props = {
  /** All keys of the page under the sheet, as they are bound; null while it is closed. */
  readonly shortcuts: readonly Shortcut[] | null;
  readonly onClose: () => void;
};

/** Every key that is valid here, and those that are valid everywhere. */
export function KeySheet({ shortcuts, onClose }: Props) {
  const { t } = useTranslation('common');
  return (
    <Modal
      opened={shortcuts !== null}
      onClose={onClose}
      title={t('keySheet.title')}
      closeButtonProps={{ 'aria-label': t('actions.close') }}
      size="62rem"
      centered
    >
      <ShortcutLayer>
        <EscapeKey onClose={onClose} />
        <Sheet shortcuts={shortcuts ?? []} onClose={onClose} />
      </ShortcutLayer>
    </Modal>
  );
}

type ListedKey = { readonly key: string; readonly label: string };

/** Keys that mean the same on every page, and the key for other programs as it is set; it can be off. */
function useKeysEverywhere(): readonly ListedKey[] {
  const { t } = useTranslation(['common', 'commands']);
  const keyOf = useKeyFinder();
  const hotkey = useCall('settings.get', {}).data?.hotkey ?? null;
  const ofCommands = commandIds
    .filter((command) => commands[command].area === 'everywhere')
    .flatMap((command) => {
      const key = keyOf(command);
      return key === null ? [] : [{ key, label: t(`commands:words.${command}`) }];
    });
  return [
    { key: 'Enter', label: t('keySheet.enter') },
    { key: 'Escape', label: t('keySheet.escape') },
    ...ofCommands,
    ...(hotkey === null ? [] : [{ key: keyCaps(hotkey).join('+'), label: t('keySheet.scanAnywhere') }]),
  ];
}

function Sheet({
  shortcuts,
  onClose,
}: {
  readonly shortcuts: readonly Shortcut[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('common');
  const everywhere = useKeysEverywhere();
  // Enter and Escape are in both lists: here they say what they do.
  const here = shortcuts.flatMap(({ command, key, label }) =>
    key === null || (command !== null && commands[command].area === 'everywhere') ? [] : [{ key, label }],
  );
  useShortcuts([{ command: 'keys.show', label: t('actions.close'), run: onClose, isQuiet: true }]);
  return (
    <Stack gap="lg">
      {here.length > 0 && <KeyList title={t('keySheet.here')} keys={here} />}
      <KeyList title={t('keySheet.everywhere')} keys={everywhere} />
    </Stack>
  );
}

type KeyListProps = { readonly title: string; readonly keys: readonly ListedKey[] };

function KeyList({ title, keys }: KeyListProps) {
  return (
    <section>
      <Title order={3} size="h5" mb="xs">
        {title}
      </Title>
      <dl className={classes['keys']}>
        {keys.map(({ key, label }) => (
          <div key={`${key} ${label}`} className={classes['key']}>
            <dt>
              <KeyHint name={key} isSpoken />
            </dt>
            <dd>
              <Text size="sm">{label}</Text>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
