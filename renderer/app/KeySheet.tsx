import { Modal, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCall } from '../api/use-call.ts';
import { keyCaps } from '../features/settings/accelerator.ts';
import { type Shortcut, ShortcutLayer, useShortcuts } from '../lib/shortcuts.tsx';
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

/** Keys that mean the same on every page, by the name of their text. */
const EVERYWHERE = [
  { text: 'enter', key: 'Enter' },
  { text: 'escape', key: 'Escape' },
  { text: 'queue', key: 'F2' },
  { text: 'undo', key: 'Ctrl+Z' },
  { text: 'redo', key: 'Ctrl+Shift+Z' },
  { text: 'lock', key: 'Ctrl+L' },
  { text: 'search', key: 'Ctrl+K' },
  { text: 'larger', key: 'Ctrl++' },
  { text: 'smaller', key: 'Ctrl+−' },
  { text: 'usualSize', key: 'Ctrl+0' },
  { text: 'sheet', key: 'Question' },
] as const;

/** The same, with the key for other programs as it is set; it can be off. */
function useKeysEverywhere(): readonly { readonly text: KeyText; readonly key: string }[] {
  const hotkey = useCall('settings.get', {}).data?.hotkey ?? null;
  if (hotkey === null) return EVERYWHERE;
  return [...EVERYWHERE, { text: 'scanAnywhere', key: keyCaps(hotkey).join('+') }];
}

type KeyText = (typeof EVERYWHERE)[number]['text'] | 'scanAnywhere';

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
  const here = shortcuts.filter(
    ({ key, isQuiet }) => isQuiet !== true || everywhere.every((each) => each.key !== key),
  );
  useShortcuts([{ key: 'Question', label: t('actions.close'), run: onClose, isQuiet: true }]);
  return (
    <Stack gap="lg">
      {here.length > 0 && <KeyList title={t('keySheet.here')} keys={here} />}
      <KeyList
        title={t('keySheet.everywhere')}
        keys={everywhere.map(({ text, key }) => ({ key, label: t(`keySheet.${text}`) }))}
      />
    </Stack>
  );
}

type KeyListProps = { readonly title: string; readonly keys: readonly Pick<Shortcut, 'key' | 'label'>[] };

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
