import { Button, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SupportAnswer } from '../../../core/practice/support.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { Rehearsal } from './use-practice-device.ts';

/** A pretend support of the vendor: full serial and the date on the screen, and its answer to the owner. */
export function SupportDesk({ support, supportState }: Rehearsal) {
  const { t } = useTranslation('practice');
  const [serial, setSerial] = useState('');
  const [date, setDate] = useState('');
  const [answer, setAnswer] = useState<SupportAnswer | null>(null);
  const ask = (event: FormEvent) => {
    event.preventDefault();
    setAnswer(support.ask(serial, date));
  };
  const { temporaryPassword } = supportState;
  return (
    <Paper component="section" aria-label={t('support.label')} withBorder p="sm">
      <Stack component="form" gap="xs" onSubmit={ask}>
        <Title order={2} size="h5">
          {t('support.title')}
        </Title>
        <TextInput
          label={t('support.serial')}
          value={serial}
          autoComplete="off"
          onChange={(event) => setSerial(event.currentTarget.value)}
        />
        <TextInput
          label={t('support.date')}
          description={t('support.dateHint')}
          value={date}
          autoComplete="off"
          onChange={(event) => setDate(event.currentTarget.value)}
        />
        <Button type="submit" variant="default">
          {t('support.ask')}
        </Button>
        {answer?.ok === false && <Notice tone="danger" title={t(`support.problem.${answer.reason}`)} />}
        {temporaryPassword !== null && (
          <Notice tone="success" title={t('support.answer')}>
            <Text size="sm">{t('support.instructions')}</Text>
            <code className="rd-mono" data-testid="temporary-password">
              {temporaryPassword}
            </code>
          </Notice>
        )}
      </Stack>
    </Paper>
  );
}
