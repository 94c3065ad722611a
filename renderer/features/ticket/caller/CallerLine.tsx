import { Combobox, Text, TextInput, useCombobox } from '@mantine/core';
import { useEffect, useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isHandElsewhere } from '../../../lib/text-field.ts';
import { CallErrorNotice } from '../../../ui/CallErrorNotice.tsx';
import { CUSTOMER_FIELD_ID, continueById, focusStageHeading, takeCallerAwaited } from '../focus.ts';
import { CallerChips } from './CallerChips.tsx';
import { CallerMatches } from './CallerMatches.tsx';
import { useCallerTaking } from './caller-taking.tsx';
import { isBareNumber, readCallerText } from './read-customer-text.ts';
import { TypedDevice } from './TypedDevice.tsx';
import { useCustomerSearch } from './use-customer-search.ts';

/** Stands for "none of these"; a customer's id is a UUID. */
const CREATE = 'create';

/**
 * Who is calling, in one line: name, phone, mail and serial in any order. Finds the customer, or makes a new one of what was typed,
 * and gives the ticket its device.
 */
export function CallerLine() {
  const { t } = useTranslation('ticket');
  const taking = useCallerTaking();
  const { draft } = taking;
  const combobox = useCombobox();
  const caller = readCallerText(draft.text);
  const { person: text, serial } = caller;
  const search = useCustomerSearch(text);
  // Of several with the very same number nobody is the best match; and a bare number is hardly anybody's name.
  const isUnclear = search.several !== null || (search.firstId === null && isBareNumber(text));
  const [chosenIndex, setChosenIndex] = useState(0);
  const options = [
    ...search.offered.map(({ customer }) => customer.id),
    ...(text === '' ? [] : [CREATE]),
    ...search.namesakes.map(({ customer }) => customer.id),
  ];
  const [isEnterWaiting, setEnterWaiting] = useState(false);
  // Half known from elsewhere: whom the list offers is in sight, and Enter takes him.
  const { openDropdown } = combobox;
  useEffect(() => {
    if (!takeCallerAwaited(taking.ticketId) || isHandElsewhere(document.activeElement)) return;
    continueById(CUSTOMER_FIELD_ID);
    openDropdown();
  }, [taking.ticketId, openDropdown]);
  const choose = (customerId: string | null) => taking.run(customerId, caller);
  // Enter takes the best match, so that a known caller costs one key.
  const { selectFirstOption, resetSelectedOption } = combobox;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first option is chosen again whenever the list changes.
  useEffect(() => {
    if (isUnclear) resetSelectedOption();
    else selectFirstOption();
    setChosenIndex(isUnclear ? -1 : 0);
  }, [search.signature, isUnclear, text]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the search's answer sets it going.
  useEffect(() => {
    if (!isEnterWaiting || !search.isSettled) return;
    setEnterWaiting(false);
    if (!isUnclear) choose(search.firstId);
  }, [isEnterWaiting, search.isSettled]);
  // Before it goes: a key that met a page without a focused field would be the step's.
  useLayoutEffect(
    () => () => {
      if (document.activeElement?.id === CUSTOMER_FIELD_ID) focusStageHeading();
    },
    [],
  );
  return (
    <>
      <Combobox
        store={combobox}
        onOptionSubmit={(id) => {
          combobox.closeDropdown();
          choose(id === CREATE ? null : id);
        }}
      >
        <Combobox.Target>
          <TextInput
            id={CUSTOMER_FIELD_ID}
            label={t('customer.find')}
            description={draft.text.trim() === '' ? t('customer.findHint') : <CallerChips text={caller} />}
            descriptionProps={{ component: 'div' }}
            data-takes-serials
            autoComplete="off"
            maxLength={200}
            value={draft.text}
            onChange={(event) => {
              draft.setText(event.currentTarget.value);
              setEnterWaiting(false);
              combobox.openDropdown();
            }}
            onFocus={() => {
              if (draft.text.trim() !== '') combobox.openDropdown();
            }}
            onBlur={() => combobox.closeDropdown()}
            onKeyDown={(event) => {
              if ((event.key === 'Enter' || event.key === 'Escape') && draft.text.trim() === '')
                taking.leave();
              // With the list open, Escape closes the list and nothing else.
              if (event.key === 'Escape' && combobox.dropdownOpened && text !== '') event.preventDefault();
              // None is chosen yet: the list stays.
              const isUndecided = isUnclear && combobox.getSelectedOptionIndex() === -1;
              if (event.key === 'Enter' && search.isSettled && isUndecided) event.preventDefault();
              if (event.key === 'Enter' && text === '' && serial !== null) {
                event.preventDefault();
                taking.run(null, caller);
              }
              if (event.key === 'Enter' && text !== '' && !search.isSettled) {
                event.preventDefault();
                combobox.resetSelectedOption();
                setEnterWaiting(true);
              }
            }}
            onKeyUp={() => setChosenIndex(combobox.getSelectedOptionIndex())}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={draft.text.trim() === ''}>
          {serial !== null && <TypedDevice serial={serial} callerId={options[chosenIndex] ?? null} />}
          {isUnclear && (
            <Combobox.Header>
              <Text size="sm" fw={600} role="status">
                {search.several === null
                  ? t('customer.bareNumber')
                  : t(`customer.several.${search.several.field}`, { count: search.several.count })}
              </Text>
            </Combobox.Header>
          )}
          <Combobox.Options aria-label={t('customer.found')}>
            <CallerMatches matches={search.offered} />
            {text !== '' && (
              <Combobox.Option value={CREATE}>
                <Text size="sm">
                  {t(isBareNumber(text) ? 'customer.createWithPhone' : 'customer.create', { text })}
                </Text>
              </Combobox.Option>
            )}
            {/* Namesakes are common, so they come after the new one. */}
            <CallerMatches matches={search.namesakes} />
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      <CallErrorNotice error={taking.error ?? draft.error ?? search.error} />
    </>
  );
}
