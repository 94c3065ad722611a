import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck, IconCopy, IconNote } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FilledMessage, fillMessage } from '../../../core/message/fill.ts';
import type { MessageTemplate } from '../../../core/message/template.ts';
import { useShortcuts } from '../../lib/shortcuts.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { FilledTextView } from './FilledTextView.tsx';
import { MailWays } from './MailWays.tsx';
import classes from './Messages.module.css';
import type { PaletteProps } from './palette-props.ts';

type Props = PaletteProps & { readonly template: MessageTemplate };

/** The message as the customer will read it. What is not whole can be read, but not sent. */
export function MessagePreview({ template, ...props }: Props) {
  const { language, values } = props;
  const { t } = useTranslation('messages');
  const filled = fillMessage(template, language, values);
  return (
    <Stack gap="sm">
      <div className={classes['preview']} lang={filled.language}>
        {template.channel === 'mail' && (
          <div className={classes['subject']}>
            <FilledTextView filled={filled.subject} />
          </div>
        )}
        <FilledTextView filled={filled.body} />
      </div>
      {filled.language !== language && <Text size="sm">{t('onlyEnglish')}</Text>}
      <Gaps filled={filled} {...props} />
      <WaysOut template={template} filled={filled} {...props} />
    </Stack>
  );
}

/** What is missing, and where to tell it. */
function Gaps({ filled, values, onMaskedMailbox }: PaletteProps & { readonly filled: FilledMessage }) {
  const { t } = useTranslation('messages');
  const asksMailbox = [...filled.subject.pieces, ...filled.body.pieces].some(
    (piece) => 'name' in piece && piece.name === 'maskedMailbox',
  );
  return (
    <>
      {asksMailbox && (
        <TextInput
          label={t('variables.maskedMailbox')}
          description={t('maskedMailboxHint')}
          autoComplete="off"
          maxLength={100}
          value={values.maskedMailbox ?? ''}
          onChange={(event) => onMaskedMailbox(event.currentTarget.value)}
        />
      )}
      {!filled.isComplete && (
        <Notice tone="danger" title={t('incomplete')}>
          <ul className={classes['faults']}>
            {filled.missing.map((name) => (
              <li key={name}>{t(`whereTo.${name}`)}</li>
            ))}
            {filled.missing.length === 0 && <li>{t('broken')}</li>}
          </ul>
        </Notice>
      )}
    </>
  );
}

type WaysProps = Props & { readonly filled: FilledMessage };

function WaysOut({ template, filled, mailAddress, onAddNote, onClose }: WaysProps) {
  const { t } = useTranslation('messages');
  const [isCopied, setCopied] = useState<boolean | null>(null);
  const body = filled.isComplete ? filled.body.text : null;
  const mail =
    body === null || mailAddress === ''
      ? null
      : { to: mailAddress, subject: filled.subject.text ?? '', body };
  const copy = async () => {
    if (body !== null) setCopied(await writeToClipboard(body));
  };
  useShortcuts([{ key: 'Enter', label: t('copy'), run: () => void copy(), isEnabled: body !== null }]);
  return (
    <>
      <Group gap="xs">
        <Button
          disabled={body === null}
          leftSection={isCopied ? <IconCheck aria-hidden size={18} /> : <IconCopy aria-hidden size={18} />}
          rightSection={<KeyHint name="Enter" />}
          onClick={() => void copy()}
        >
          {t('copy')}
        </Button>
        {template.channel === 'mail' && <MailWays mail={mail} />}
        <Button
          variant="default"
          disabled={body === null}
          leftSection={<IconNote aria-hidden size={18} />}
          onClick={() => {
            onAddNote(t('noteOf', { channel: t(`channels.${template.channel}`), text: body ?? '' }));
            onClose();
          }}
        >
          {t('addNote')}
        </Button>
      </Group>
      <Text size="sm" role="status">
        {isCopied === null ? '' : t(isCopied ? 'copied' : 'notCopied')}
      </Text>
      {template.channel === 'mail' && mailAddress === '' && <Text size="sm">{t('noAddress')}</Text>}
    </>
  );
}

async function writeToClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
