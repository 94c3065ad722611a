import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer, Limits } from '../../../../core/playbook/schema.ts';
import type { TicketState } from '../../../../core/ticket/schema.ts';
import { formatTime, timeLeft } from '../../../lib/time-words.ts';
import { useNow } from '../../../lib/use-now.ts';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { focusStageHeading } from '../focus.ts';
import { type ArrivalMeaning, correctionOf, meaningOf } from './arrivals.ts';

type Props = {
  readonly answer: Answer;
  readonly request: NonNullable<TicketState['request']>;
  readonly limits: Limits;
  readonly isBusy: boolean;
  /** `arrivedAt` is null for just now. */
  readonly onTell: (arrivedAt: number | null) => void;
  readonly onBack: () => void;
};

/** Asks when the mail came, because the code lives from then and not from when the agent hears of it. Enter means just now. */
export function ArrivalQuestion({ answer, request, limits, isBusy, onTell, onBack }: Props) {
  const { t } = useTranslation('ticket');
  const now = useNow();
  const [typed, setTyped] = useState('');
  // It was recorded as too old, so the time has to be told.
  const isCorrection = answer.records.includes('arrivalCorrected');
  const meaning = isCorrection
    ? correctionOf(typed, request, now)
    : meaningOf(typed, answer, request, limits, now);
  const words = useMeaningWords(meaning, request.submittedAt, now);
  const hasFault = meaning.kind !== 'came';
  const back = () => {
    onBack();
    focusStageHeading();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (meaning.kind === 'came' && !isBusy) onTell(meaning.arrivedAt);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        back();
      }}
    >
      <Stack gap="xs">
        <TextInput
          label={t('arrived.question')}
          description={t(isCorrection ? 'arrived.hintCorrected' : 'arrived.hint')}
          error={hasFault && typed.trim() !== '' ? words : null}
          inputWrapperOrder={['label', 'description', 'input', 'error']}
          autoComplete="off"
          spellCheck={false}
          // The agent has just said that it came, so the next thing typed is when.
          ref={focusOnce}
          maw={420}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Text size="sm" role="status">
          {hasFault ? '' : words}
        </Text>
        <Group gap="xs">
          <Button type="submit" rightSection={<KeyHint name="Enter" />} loading={isBusy} disabled={hasFault}>
            {t(typed.trim() === '' && !isCorrection ? 'arrived.justNow' : 'arrived.then')}
          </Button>
          <Button variant="default" rightSection={<KeyHint name="Esc" />} onClick={back}>
            {t('arrived.back')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function focusOnce(field: HTMLInputElement | null): void {
  field?.focus();
}

/** What was understood and what follows from it, or what is wrong with it. */
function useMeaningWords(meaning: ArrivalMeaning, submittedAt: number, now: number): string {
  const { t, i18n } = useTranslation('ticket');
  const timeOf = (at: number) => formatTime(at, now, i18n.language);
  if (meaning.kind === 'untold') return '';
  if (meaning.kind !== 'came')
    return t(`arrived.fault.${meaning.kind}`, { asked: timeOf(submittedAt), now: timeOf(now) });
  const { arrivedAt, validUntil } = meaning;
  const came = arrivedAt === null ? t('arrived.cameNow') : timeOf(arrivedAt);
  if (validUntil === null) return came;
  const until = timeOf(validUntil);
  if (validUntil <= now) return `${came}: ${t('arrived.expired', { until })}`;
  const left = timeLeft(validUntil - now);
  return `${came}: ${t('arrived.valid', { until, left: t(`common:left.${left.unit}`, left) })}`;
}
