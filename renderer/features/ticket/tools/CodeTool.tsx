import { Stack, TextInput } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readSecurityCode, type SecurityCodeReading } from '../../../../core/password/security-code.ts';
import type { Limits } from '../../../../core/playbook/schema.ts';
import { useShortcuts } from '../../../lib/shortcuts.tsx';
import { focusById, leaveStageField } from '../focus.ts';
import { useSecret } from '../use-secret.ts';
import { useIsWindowInUse } from '../use-window-focus.ts';
import { CodeAlerts, CodeClocks } from './CodeClocks.tsx';
import { LookAlikes } from './LookAlikes.tsx';
import { Spelling } from './Spelling.tsx';
import classes from './Tools.module.css';
import type { ToolProps } from './tool-props.ts';

const FIELD_ID = 'security-code-field';

/** Takes the security code from the vendor's mail and helps to read it out. It stays in this component's memory. */
export function CodeTool({ ticket, playbook }: ToolProps) {
  const { t } = useTranslation('ticket');
  const { text, secret } = useSecret();
  const [isSpelled, setSpelled] = useState(false);
  const isInUse = useIsWindowInUse();
  const { limits } = playbook;
  const reading = readSecurityCode(limits, text);
  useShortcuts([{ key: 'T', label: t('code.type'), run: () => focusById(FIELD_ID) }]);
  return (
    <Stack gap="sm">
      <CodeAlerts ticket={ticket} />
      <Spelling
        text={isInUse ? reading.code : ''}
        marked={reading.lookAlikes.map(({ index }) => index)}
        isShown={isSpelled}
        onToggle={() => setSpelled(!isSpelled)}
      >
        <TextInput
          id={FIELD_ID}
          type={isInUse ? 'text' : 'password'}
          label={t('code.label')}
          description={formatText(limits, t)}
          error={text === '' ? null : problemText(reading, t, limits.codeMaxLength ?? 0)}
          classNames={{ input: `rd-mono ${classes['secret']}` }}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          flex="1 1 220px"
          maw={360}
          // Under the label, so that the button stays level with the field.
          inputWrapperOrder={['label', 'description', 'error', 'input']}
          value={text}
          onChange={(event) => secret.write(event.currentTarget.value)}
          onKeyDown={(event) => {
            // Enter spells the code out; it must not say yet that the device took it.
            if (event.key !== 'Enter') return;
            event.preventDefault();
            setSpelled(reading.code !== '');
            leaveStageField();
          }}
        />
      </Spelling>
      {isInUse && <LookAlikes lookAlikes={reading.lookAlikes} />}
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
