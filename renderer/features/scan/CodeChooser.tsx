import { Button, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScanSource } from '../../../core/values.ts';
import { useShortcuts } from '../../lib/shortcuts.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import classes from './CodeChooser.module.css';
import type { Found } from './found.ts';
import type { ScanState } from './scan-state.ts';
import { useFocusWhenShown } from './use-focus-when-shown.ts';
import { useReadingText } from './use-reading-text.ts';

/** The number keys; more codes than that can still be clicked. */
const MAX_KEYS = 9;

type Props = {
  readonly choice: NonNullable<ScanState['choice']>;
  readonly isBusy: boolean;
  readonly onChoose: (found: Found, source: ScanSource) => void;
  readonly onBack: () => void;
};

/** Asks which of several codes is meant; the first is the likeliest and has the focus. */
export function CodeChooser({ choice, isBusy, onChoose, onBack }: Props) {
  const { t } = useTranslation('scan');
  const textOf = useReadingText();
  const { found, source, places } = choice;
  const first = useFocusWhenShown<HTMLButtonElement>();
  useShortcuts([
    ...found.slice(0, MAX_KEYS).map((item, index) => ({
      key: String(index + 1),
      label: textOf(item.reading).name,
      run: () => onChoose(item, source),
    })),
    { key: 'Escape', label: t('chooser.back'), run: onBack },
  ]);
  return (
    <Stack gap="md">
      <Title order={3} size="h4">
        {t('chooser.title', { count: found.length })}
      </Title>
      {found.length === 1 && <Text>{t('chooser.serialFirst')}</Text>}
      <ol className={classes['list']}>
        {found.map((item, index) => (
          <li key={item.fingerprint}>
            <Choice
              buttonRef={index === 0 ? first : undefined}
              item={item}
              place={places.get(item.fingerprint) ?? null}
              number={index + 1}
              isBusy={isBusy}
              onChoose={() => onChoose(item, source)}
            />
          </li>
        ))}
      </ol>
      <Button
        className={classes['back'] ?? ''}
        variant="default"
        leftSection={<IconArrowLeft aria-hidden size={18} />}
        rightSection={<KeyHint name="Escape" />}
        onClick={onBack}
      >
        {t('chooser.back')}
      </Button>
    </Stack>
  );
}

type ChoiceProps = {
  readonly buttonRef: RefObject<HTMLButtonElement | null> | undefined;
  readonly item: Found;
  /** The file or page that it is in, when there are several. */
  readonly place: string | null;
  readonly number: number;
  readonly isBusy: boolean;
  readonly onChoose: () => void;
};

function Choice({ buttonRef, item, place, number, isBusy, onChoose }: ChoiceProps) {
  const { t } = useTranslation('scan');
  const { name, what } = useReadingText()(item.reading);
  return (
    <Button
      ref={buttonRef}
      data-autofocus={number === 1 || undefined}
      className={classes['choice'] ?? ''}
      classNames={{ inner: classes['inner'] ?? '', label: classes['label'] ?? '' }}
      variant={number === 1 ? 'light' : 'default'}
      fullWidth
      disabled={isBusy}
      leftSection={number <= MAX_KEYS && <KeyHint name={String(number)} />}
      aria-keyshortcuts={number <= MAX_KEYS ? String(number) : undefined}
      onClick={onChoose}
    >
      <span className={classes['name']}>{name}</span>
      <span className={classes['what']}>{what}</span>
      {place !== null && <span className={classes['what']}>{t('chooser.place', { place })}</span>}
    </Button>
  );
}
