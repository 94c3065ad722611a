import { Button, Checkbox, Modal, Stack, Text, TextInput } from '@mantine/core';
import type { TFunction } from 'i18next';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PageStill } from '../../../../core/reset-page/page-still.ts';
import type { Rect } from '../../../../core/scan/gray.ts';
import { ShortcutLayer, useShortcuts } from '../../../lib/shortcuts.tsx';
import { useRecordWords } from '../../../lib/use-record-words.ts';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import classes from './Page.module.css';
import { PagePicture } from './PagePicture.tsx';
import { PageToldFacts } from './PageToldFacts.tsx';
import { type Chosen, type Offered, offeredIn, type PageOffer, textOf } from './page-offer.ts';

type Props = {
  readonly offer: PageOffer;
  readonly still: PageStill;
  /** Where in it the values stand. */
  readonly place: Rect | null;
  readonly onTake: (chosen: Chosen) => void;
  readonly onClose: () => void;
};

/** What was read beside the picture that it was read in: the agent compares, mends and takes all with one key. */
export function PageDialog(props: Props) {
  const { t } = useTranslation('ticket');
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('page.title')}
      closeButtonProps={{ 'aria-label': t('common:actions.cancel') }}
      size="62rem"
      yOffset="3dvh"
    >
      <ShortcutLayer>
        <PageForm {...props} />
      </ShortcutLayer>
    </Modal>
  );
}

function PageForm({ offer, still, place, onTake, onClose }: Props) {
  const { t } = useTranslation('ticket');
  const [texts, setTexts] = useState<Readonly<Partial<Record<Offered, string>>>>({});
  // Another device than the ticket's is not taken by a mere Enter.
  const [left, setLeft] = useState<ReadonlySet<Offered>>(
    new Set(offer.otherSerial === null ? [] : ['serial']),
  );
  useShortcuts([{ key: 'Escape', label: t('page.leave'), run: onClose }]);
  const offered = offeredIn(offer);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const taken = offered.filter((name) => !left.has(name));
    onTake(Object.fromEntries(taken.map((name) => [name, texts[name] ?? textOf(offer, name)])));
  };
  const turn = (name: Offered) => {
    const next = new Set(left);
    if (!next.delete(name)) next.add(name);
    setLeft(next);
  };
  return (
    <form onSubmit={submit}>
      <div className={classes['sides']}>
        <PagePicture still={still} place={place} label={t('page.picture')} />
        <Stack gap="sm">
          <Text size="sm">{t('page.compare')}</Text>
          {offered.map((name) => (
            <OfferedRow
              key={name}
              name={name}
              offer={offer}
              text={texts[name] ?? textOf(offer, name)}
              isTaken={!left.has(name)}
              onTurn={() => turn(name)}
              onText={(text) => setTexts({ ...texts, [name]: text })}
            />
          ))}
          <PageToldFacts offer={offer} />
          <div className={classes['foot']}>
            <Button variant="default" rightSection={<KeyHint name="Escape" />} onClick={onClose}>
              {t('page.leave')}
            </Button>
            <Button
              type="submit"
              data-autofocus
              disabled={offered.every((name) => left.has(name))}
              rightSection={<KeyHint name="Enter" />}
            >
              {t('page.take')}
            </Button>
          </div>
        </Stack>
      </div>
    </form>
  );
}

type RowProps = {
  readonly name: Offered;
  readonly offer: PageOffer;
  readonly text: string;
  readonly isTaken: boolean;
  readonly onTurn: () => void;
  readonly onText: (text: string) => void;
};

function OfferedRow({ name, offer, text, isTaken, onTurn, onText }: RowProps) {
  const { t } = useTranslation('ticket');
  const words = useRecordWords();
  const label = t(`page.fields.${name}`);
  if (name === 'deviceKind' || name === 'generation') {
    const known = name === 'deviceKind' ? words.kinds : words.generations;
    const shown = known.find(({ value }) => value === text)?.label ?? text;
    return <Checkbox checked={isTaken} onChange={onTurn} label={`${label}: ${shown}`} />;
  }
  return (
    <div className={classes['row']}>
      <Checkbox checked={isTaken} onChange={onTurn} aria-label={t('page.takeOne', { field: label })} />
      <TextInput
        label={label}
        description={hintOf(name, offer, t)}
        classNames={{ input: 'rd-mono' }}
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
      />
    </div>
  );
}

function hintOf(
  name: 'serial' | 'mailbox' | 'address',
  { otherSerial, address }: PageOffer,
  t: TFunction<'ticket'>,
): string {
  if (name === 'serial' && otherSerial !== null) return t('page.otherSerial', { serial: otherSerial });
  if (name === 'address') return t(address?.isSure === true ? 'page.known' : 'page.notKnown');
  return t(`page.hints.${name}`);
}
