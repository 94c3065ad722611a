import { Button, Stack, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Misfit, TicketSide } from '../../../core/contract/ticket-calls.ts';
import { useShortcuts } from '../../lib/shortcuts.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import classes from './CodeChooser.module.css';
import type { Place } from './intake.ts';
import { useFocusWhenShown } from './use-focus-when-shown.ts';

type Props = {
  readonly misfit: Misfit;
  /** Scanned by the camera or a USB scanner: at a counter that is the next customer. */
  readonly isCounter: boolean;
  readonly isBusy: boolean;
  readonly onPlace: (place: Place) => void;
  readonly onBack: () => void;
};

/** What was found may be another device's or another customer's: both sides, and where it can go. */
export function MisfitQuestion({ misfit, isCounter, isBusy, onPlace, onBack }: Props) {
  const { t } = useTranslation('scan');
  const first = useFocusWhenShown<HTMLButtonElement>();
  const places = placesOf(misfit, isCounter);
  const labelOf = (place: Place) => placeWords(misfit, place, t);
  useShortcuts([
    ...places.map((place, index) => ({
      key: String(index + 1),
      label: labelOf(place),
      run: () => onPlace(place),
      isEnabled: !isBusy,
    })),
    { key: 'Escape', label: t('misfit.back'), run: onBack },
  ]);
  return (
    <Stack gap="md">
      <Title order={3} size="h4">
        {t(`misfit.${misfit.reason}.title`, { number: misfit.own.ticketNumber })}
      </Title>
      <Sides misfit={misfit} />
      <ol className={classes['list']}>
        {places.map((place, index) => (
          <li key={place}>
            <Button
              ref={index === 0 ? first : undefined}
              data-autofocus={index === 0 || undefined}
              className={classes['choice'] ?? ''}
              classNames={{ inner: classes['inner'] ?? '', label: classes['label'] ?? '' }}
              variant={index === 0 ? 'light' : 'default'}
              fullWidth
              disabled={isBusy}
              leftSection={<KeyHint name={String(index + 1)} />}
              aria-keyshortcuts={String(index + 1)}
              onClick={() => onPlace(place)}
            >
              <span className={classes['name']}>{labelOf(place)}</span>
              {place === 'here' && isMerge(misfit) && <MergeWords misfit={misfit} />}
            </Button>
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
        {t('misfit.back')}
      </Button>
    </Stack>
  );
}

/** The device has an open ticket, and a device has one at a time: with it this ticket would go into that one. */
function isMerge({ other, isNamed }: Misfit): boolean {
  return other !== null && isNamed;
}

/** The likelier first: on the phone a new code is a refreshed page, at a counter it is the next customer. */
function placesOf({ reason, canBeHere }: Misfit, isCounter: boolean): readonly Place[] {
  if (!canBeHere) return ['there'];
  return reason === 'anotherCode' && !isCounter ? ['here', 'there'] : ['there', 'here'];
}

function placeWords(misfit: Misfit, place: Place, t: TFunction<'scan'>): string {
  const { reason, other, isNamed } = misfit;
  if (place === 'there') {
    if (other === null) return t(`misfit.${reason}.there`);
    return t('misfit.goTo', { other: other.ticketNumber, name: other.customerName || t('misfit.nobody') });
  }
  if (isMerge(misfit)) return t('misfit.anotherCustomer.here', { other: other?.ticketNumber });
  if (reason === 'anotherDevice' && !isNamed) return t('misfit.refreshed');
  return t(`misfit.${reason}.here`);
}

/** The ticket in hand, what was scanned, and the ticket that has it, each in one line. */
function Sides({ misfit: { own, other, serial, ownerName } }: Pick<Props, 'misfit'>) {
  const { t } = useTranslation('scan');
  const inHand = [
    serial ?? t('misfit.newCode'),
    ownerName === '' ? '' : t('misfit.ownedBy', { name: ownerName }),
  ];
  const rows = [
    { name: t('misfit.own', { number: own.ticketNumber }), value: sideWords(own, t) },
    { name: t('misfit.scanned'), value: inHand.filter((part) => part !== '').join(' · ') },
    ...(other === null
      ? []
      : [{ name: t('misfit.other', { number: other.ticketNumber }), value: sideWords(other, t) }]),
  ];
  return (
    <dl className={classes['sides']}>
      {rows.map(({ name, value }) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

function sideWords({ customerName, serial }: TicketSide, t: TFunction<'scan'>): string {
  return [customerName || t('misfit.nobody'), serial ?? t('misfit.noSerial')].join(' · ');
}

function MergeWords({ misfit: { own, other, isOfTwoCustomers } }: Pick<Props, 'misfit'>) {
  const { t } = useTranslation('scan');
  if (other === null) return null;
  const words = {
    number: own.ticketNumber,
    other: other.ticketNumber,
    name: own.customerName || t('misfit.nobody'),
    otherName: other.customerName || t('misfit.nobody'),
  };
  return (
    <>
      <span className={classes['what']}>{t('misfit.merged', words)}</span>
      {isOfTwoCustomers && other.isOwnershipConfirmed && (
        <span className={classes['what']}>{t('misfit.proofs', words)}</span>
      )}
    </>
  );
}
