import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PracticeDevice } from '../../../../core/practice/device.ts';
import { practiceLimits } from '../../../../core/practice/limits.ts';
import type { CodeAnswer, PracticeState } from '../../../../core/practice/state.ts';
import { Notice } from '../../../ui/Notice.tsx';
import classes from '../Monitor.module.css';
import { QrCanvas } from '../QrCanvas.tsx';
import { useFocusOnMount } from '../use-focus-on-mount.ts';
import { vendorAddress } from '../vendor-address.ts';
import { LockNotice } from './LockNotice.tsx';

type Props = {
  readonly device: PracticeDevice;
  readonly state: PracticeState;
  readonly payload: string;
};

/** The reset page: the QR, where the code goes, and the box for it. */
export function ResetCodeScreen({ device, state, payload }: Props) {
  const { t } = useTranslation('practice');
  return (
    <div className={classes['code']}>
      <Title order={2} size="h4">
        {t('resetCode.title')}
      </Title>
      <QrCanvas payload={payload} label={t('resetCode.qr')} ecLevel="M" pixelsPerModule={4} />
      <Text size="sm" ta="center">
        {t('resetCode.reservedEmail', { email: state.maskedEmail })}
        <br />
        {t('resetCode.mailTo', { email: vendorAddress })}
      </Text>
      <CodeForm key={payload} device={device} wrongCodesInARow={state.wrongCodesInARow} />
      <Group gap="xs">
        <Button variant="default" size="xs" onClick={() => device.openResetPage()}>
          {t('resetCode.refresh')}
        </Button>
        <Button variant="default" size="xs" onClick={() => device.closePage()}>
          {t('resetCode.close')}
        </Button>
      </Group>
    </div>
  );
}

type CodeFormProps = { readonly device: PracticeDevice; readonly wrongCodesInARow: number };

function CodeForm({ device, wrongCodesInARow }: CodeFormProps) {
  const { t } = useTranslation('practice');
  const [typed, setTyped] = useState('');
  const [answer, setAnswer] = useState<CodeAnswer | null>(null);
  const field = useFocusOnMount<HTMLInputElement>();
  const enter = (event: FormEvent) => {
    event.preventDefault();
    setAnswer(device.enterCode(typed.trim()));
  };
  return (
    <Stack component="form" gap="xs" onSubmit={enter}>
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <TextInput
          ref={field}
          flex={1}
          label={t('resetCode.securityCode')}
          labelProps={{ mb: 6 }}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          classNames={{ input: 'rd-mono' }}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" disabled={typed.trim() === ''}>
          {t('resetCode.next')}
        </Button>
      </Group>
      {answer?.ok === false && <CodeProblem answer={answer} wrongCodesInARow={wrongCodesInARow} />}
    </Stack>
  );
}

type CodeProblemProps = {
  readonly answer: Extract<CodeAnswer, { ok: false }>;
  readonly wrongCodesInARow: number;
};

function CodeProblem({ answer, wrongCodesInARow }: CodeProblemProps) {
  const { t } = useTranslation('practice');
  if (answer.reason === 'locked') return <LockNotice lockedUntil={answer.lockedUntil} />;
  if (answer.reason === 'expired') return <Notice tone="danger" title={t('resetCode.expired')} />;
  const triesLeft = practiceLimits.wrongCodesBeforeLock - wrongCodesInARow;
  // The fifth wrong code locks the device and starts the count anew.
  const next = wrongCodesInARow === 0 ? t('lock.title') : t('resetCode.triesLeft', { count: triesLeft });
  return (
    <Notice tone="danger" title={t('resetCode.wrong')}>
      {next}
    </Notice>
  );
}
