import { Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lookAlikesOf } from '../../../../core/password/security-code.ts';
import type { Step } from '../../../../core/playbook/schema.ts';
import { isForCode } from '../../../../core/ticket/device-counts.ts';
import { useShortcuts } from '../../../lib/shortcuts.tsx';
import type { TicketProps } from '../ticket-props.ts';
import { useSecretText, useTicketSecrets } from '../ticket-secrets.tsx';
import { useIsWindowInUse } from '../use-window-focus.ts';
import { CodeClocks } from './CodeClocks.tsx';
import { LookAlikes } from './LookAlikes.tsx';
import { useSecretCopy } from './SecretCopy.tsx';
import { SecretField } from './SecretField.tsx';
import { Spelling } from './Spelling.tsx';
import { useReveal } from './use-reveal.ts';
import { WrongTries } from './WrongTries.tsx';

type Props = TicketProps & { readonly step: Step };

/**
 * In the steps around a code or password that have no tool for it: what was typed or made before, to be compared or read
 * out again, and how many tries are left.
 */
export function SecretAtHand({ step, ticket, playbook }: Props) {
  const { code, password } = useTicketSecrets();
  const [codeText, passwordText] = [useSecretText(code), useSecretText(password)];
  if (step.phase === 'code' && step.tool !== 'code') {
    return (
      <Stack gap="sm">
        <WrongTries ticket={ticket} playbook={playbook} />
        {codeText !== '' && <KeptSecret text={codeText} name="code" />}
        {isCodeAsked(ticket) && <CodeClocks ticket={ticket} playbook={playbook} />}
      </Stack>
    );
  }
  const usesPassword = step.phase === 'password' || step.phase === 'verify';
  if (!usesPassword || step.tool === 'password' || passwordText === '') return null;
  return <KeptSecret text={passwordText} name="password" />;
}

function isCodeAsked({ state: { request } }: TicketProps['ticket']): boolean {
  return request !== null && isForCode(request.channel);
}

type KeptProps = { readonly text: string; readonly name: 'code' | 'password' };

/** Masked until it is asked for, and to be read only: the step that takes it is another one. */
function KeptSecret({ text, name }: KeptProps) {
  const { t } = useTranslation('ticket');
  const [isSpelled, setSpelled] = useState(false);
  const reveal = useReveal();
  const isInUse = useIsWindowInUse();
  const copying = useSecretCopy(isInUse ? text : '');
  const isSeen = isInUse && (isSpelled || reveal.isRevealed);
  const words =
    name === 'code'
      ? { label: t('code.label'), kept: t('code.kept'), reveal: t('code.reveal') }
      : { label: t('password.label'), kept: t('password.kept'), reveal: t('password.reveal') };
  useShortcuts([{ command: 'secret.reveal', label: words.reveal, run: reveal.onKey }]);
  return (
    <Stack gap="sm">
      <Spelling
        text={isInUse ? text : ''}
        title={words.label}
        copying={copying}
        isShown={isSpelled}
        onToggle={() => setSpelled(!isSpelled)}
      >
        <SecretField
          flex="1 1 220px"
          maw={420}
          label={words.label}
          description={words.kept}
          readOnly
          visible={isInUse && reveal.isRevealed}
          onVisibilityChange={reveal.setRevealed}
          revealLabel={words.reveal}
          copying={copying}
          value={text}
        />
      </Spelling>
      {isSeen && name === 'code' && <LookAlikes lookAlikes={lookAlikesOf(text)} />}
    </Stack>
  );
}
