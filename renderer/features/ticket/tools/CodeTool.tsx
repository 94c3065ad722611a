import { Stack } from '@mantine/core';
import type { TFunction } from 'i18next';
import { type ClipboardEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeShape, findCodesIn, onlyNamedCode } from '../../../../core/password/code-in-text.ts';
import { readSecurityCode, type SecurityCodeReading } from '../../../../core/password/security-code.ts';
import type { Limits } from '../../../../core/playbook/schema.ts';
import { useShortcuts } from '../../../lib/shortcuts.tsx';
import { focusById, leaveStageField } from '../focus.ts';
import { useSecretText, useTicketSecrets } from '../ticket-secrets.tsx';
import { useIsWindowInUse } from '../use-window-focus.ts';
import { CodeAlerts, CodeClocks } from './CodeClocks.tsx';
import { LookAlikes } from './LookAlikes.tsx';
import { PastedCodes } from './PastedCodes.tsx';
import { useSecretCopy } from './SecretCopy.tsx';
import { SecretField } from './SecretField.tsx';
import { Spelling } from './Spelling.tsx';
import type { ToolProps } from './tool-props.ts';
import { useReveal } from './use-reveal.ts';

const FIELD_ID = 'security-code-field';

/**
 * Takes the security code from the vendor's mail and helps to read it out. It stays in the window's memory, and so does a
 * whole mail that was pasted. Seen while it is typed, masked otherwise.
 */
export function CodeTool({ ticket, playbook }: ToolProps) {
  const { t } = useTranslation('ticket');
  const { code: secret, mail: pastedMail } = useTicketSecrets();
  const text = useSecretText(secret);
  const pasted = useSecretText(pastedMail);
  const [isSpelled, setSpelled] = useState(false);
  const [isTyping, setTyping] = useState(false);
  const reveal = useReveal();
  const isInUse = useIsWindowInUse();
  const { limits } = playbook;
  const reading = readSecurityCode(limits, text);
  const copying = useSecretCopy(isInUse ? reading.code : '');
  const isSeen = isTyping || isSpelled || reveal.isRevealed;
  const candidates = findCodesIn(codeShape(limits), pasted);
  // Once one is taken, it is masked with the field.
  const isTaken = candidates.some(({ code }) => code === reading.code);
  const onPaste = (event: ClipboardEvent) => {
    const mail = event.clipboardData.getData('text');
    // A code alone, however it is grouped, goes into the field as any text does.
    if (mail.trim() === '' || readSecurityCode(limits, mail).problems.length === 0) return;
    event.preventDefault();
    pastedMail.write(mail);
    secret.write(onlyNamedCode(findCodesIn(codeShape(limits), mail)) ?? '');
  };
  useShortcuts([
    { command: 'step.type', label: t('code.type'), run: () => focusById(FIELD_ID) },
    { command: 'secret.reveal', label: t('code.reveal'), run: reveal.onKey, isEnabled: text !== '' },
  ]);
  // The customer is reading the code out by now.
  useEffect(() => focusById(FIELD_ID), []);
  return (
    <Stack gap="sm">
      <CodeAlerts ticket={ticket} />
      <Spelling
        text={isInUse ? reading.code : ''}
        title={t('code.label')}
        copying={copying}
        isShown={isSpelled}
        onToggle={() => setSpelled(!isSpelled)}
      >
        <SecretField
          id={FIELD_ID}
          label={t('code.label')}
          description={formatText(limits, t)}
          error={text === '' ? null : problemText(reading, t, limits.codeMaxLength ?? 0)}
          flex="1 1 220px"
          maw={480}
          // Under the label, so that the buttons stay level with the field.
          inputWrapperOrder={['label', 'description', 'error', 'input']}
          visible={isInUse && (isTyping || reveal.isRevealed)}
          onVisibilityChange={reveal.setRevealed}
          revealLabel={t('code.reveal')}
          copying={copying}
          value={text}
          onFocus={() => setTyping(true)}
          onBlur={() => setTyping(false)}
          onPaste={onPaste}
          onChange={(event) => secret.write(event.currentTarget.value)}
          onKeyDown={(event) => {
            // Enter spells the code out; it must not say yet that the device took it.
            if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
            event.preventDefault();
            setSpelled(reading.code !== '');
            leaveStageField();
          }}
        />
      </Spelling>
      {isInUse && pasted !== '' && (isSeen || !isTaken) && (
        <PastedCodes candidates={candidates} code={reading.code} onChoose={(code) => secret.write(code)} />
      )}
      {isInUse && isSeen && <LookAlikes lookAlikes={reading.lookAlikes} />}
      <CodeClocks ticket={ticket} playbook={playbook} />
    </Stack>
  );
}

/** Without its length where no source states one. */
function formatText({ codeMinLength: min, codeMaxLength: max }: Limits, t: TFunction<'ticket'>): string {
  return min === null || max === null ? t('code.formatOpen') : t('code.format', { min, max });
}

/** Too short is no mistake while it is being typed. */
function problemText(
  { problems, code }: SecurityCodeReading,
  t: TFunction<'ticket'>,
  max: number,
): string | null {
  const bad = problems.find(({ problem }) => problem === 'badCharacters');
  if (bad?.problem === 'badCharacters') {
    const characters = [...code];
    return t('code.badCharacters', {
      characters: bad.indexes.map((index) => characters[index] ?? '').join(' '),
    });
  }
  return problems.some(({ problem }) => problem === 'tooLong') ? t('code.tooLong', { max }) : null;
}
