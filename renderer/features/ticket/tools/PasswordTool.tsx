import { Button, Stack } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketDetails } from '../../../../core/contract/records.ts';
import { generatePassword } from '../../../../core/password/generate.ts';
import { checkPassword } from '../../../../core/password/rules.ts';
import type { PasswordRules } from '../../../../core/playbook/schema.ts';
import { randomInt } from '../../../lib/random-int.ts';
import { useShortcuts } from '../../../lib/shortcuts.tsx';
import { useCommandKey } from '../../../ui/use-command-key.tsx';
import { leaveStageField, selectById } from '../focus.ts';
import { useSecretText, useTicketSecrets } from '../ticket-secrets.tsx';
import { useIsWindowInUse } from '../use-window-focus.ts';
import { PasswordChecklist } from './PasswordChecklist.tsx';
import { PasswordStrength } from './PasswordStrength.tsx';
import { useSecretCopy } from './SecretCopy.tsx';
import { SecretField } from './SecretField.tsx';
import { Spelling } from './Spelling.tsx';
import { useReveal } from './use-reveal.ts';

const FIELD_ID = 'new-password-field';

type Props = { readonly ticket: TicketDetails; readonly rules: PasswordRules };

/** The new device password: made here or typed, checked against the device's rules, never kept. */
export function PasswordTool({ ticket, rules }: Props) {
  const { t } = useTranslation('ticket');
  const makeKey = useCommandKey('secret.make');
  const { password: secret, isPasswordMade } = useTicketSecrets();
  const text = useSecretText(secret);
  const [isGenerated, setGenerated] = useState(isPasswordMade.current);
  const [isSpelled, setSpelled] = useState(false);
  const reveal = useReveal();
  const isInUse = useIsWindowInUse();
  const copying = useSecretCopy(isInUse ? text : '');
  const note = useCallback(
    (password: string, isMade: boolean) => {
      secret.write(password);
      isPasswordMade.current = isMade;
      setGenerated(isMade);
    },
    [secret, isPasswordMade],
  );
  const generate = useCallback(() => note(generatePassword(rules, randomInt), true), [note, rules]);
  // Ready when the step comes up, so that the agent only has to read it out. One from before stays, unless this route wants another.
  useEffect(() => {
    const kept = secret.read();
    const isFit = checkPassword(rules, kept).every(({ isMet }) => isMet);
    if (kept === '' || (isPasswordMade.current && !isFit)) generate();
  }, [secret, isPasswordMade, rules, generate]);
  useShortcuts([
    { command: 'secret.reveal', label: t('password.reveal'), run: reveal.onKey },
    { command: 'secret.make', run: generate },
    { command: 'step.type', label: t('password.type'), run: () => selectById(FIELD_ID), isQuiet: true },
  ]);
  const { customer, device } = ticket;
  return (
    <Stack gap="sm">
      <Spelling
        text={isInUse ? text : ''}
        title={t('password.label')}
        copying={copying}
        isShown={isSpelled}
        onToggle={() => setSpelled(!isSpelled)}
      >
        <SecretField
          id={FIELD_ID}
          flex="1 1 220px"
          maw={420}
          label={t('password.label')}
          description={t('password.description')}
          visible={reveal.isRevealed && isInUse}
          onVisibilityChange={reveal.setRevealed}
          revealLabel={t('password.reveal')}
          copying={copying}
          value={text}
          onChange={(event) => {
            note(event.currentTarget.value, false);
          }}
          onKeyDown={(event) => {
            // Enter ends the typing; it must not say yet that the device took the password.
            if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
            event.preventDefault();
            leaveStageField();
          }}
        />
        <Button
          variant="default"
          leftSection={<IconRefresh aria-hidden size={18} />}
          rightSection={makeKey.hint}
          aria-keyshortcuts={makeKey.aria}
          onClick={generate}
        >
          {t('password.generate')}
        </Button>
      </Spelling>
      <PasswordStrength
        rules={rules}
        password={text}
        isGenerated={isGenerated}
        known={[device?.serial ?? '', ...(customer?.phones ?? []), customer?.name ?? '']}
      />
      <PasswordChecklist rules={rules} password={text} />
    </Stack>
  );
}
