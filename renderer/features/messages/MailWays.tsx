import { Button, Text } from '@mantine/core';
import { IconDeviceFloppy, IconMail } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type DraftedMail, MAILTO_MOST, mailtoLength } from '../../../core/mail/mailto.ts';
import { useCommand } from '../../api/use-call.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';

type Props = {
  /** Null while the message has gaps. */
  readonly mail: DraftedMail | null;
};

/** A message into the mail program: as an address where all systems pass it on whole, else as a file. */
export function MailWays({ mail }: Props) {
  const { t } = useTranslation('messages');
  const draft = useCommand('mail.openDraft');
  const file = useCommand('mail.makeMessageFile');
  const length = mail === null ? 0 : mailtoLength(mail);
  const isShort = length <= MAILTO_MOST;
  const open = () => {
    if (mail === null) return;
    if (isShort) draft.mutate(mail);
    else file.mutate({ ...mail, way: 'open' });
  };
  return (
    <>
      <Button
        variant="default"
        disabled={mail === null}
        loading={draft.isPending || file.isPending}
        leftSection={<IconMail aria-hidden size={18} />}
        onClick={open}
      >
        {t(isShort ? 'openMail' : 'openFile')}
      </Button>
      {mail !== null && !isShort && (
        <>
          <Button
            variant="default"
            leftSection={<IconDeviceFloppy aria-hidden size={18} />}
            onClick={() => file.mutate({ ...mail, way: 'save' })}
          >
            {t('saveFile')}
          </Button>
          <Text size="sm">{t('tooLong', { length, most: MAILTO_MOST })}</Text>
        </>
      )}
      <Text size="sm" role="status">
        {draft.data === undefined ? '' : t(draft.data.isOpened ? 'mailOpened' : 'mailNotOpened')}
        {file.data === undefined ? '' : t(`files.${file.data.result}`)}
      </Text>
      <CallErrorNotice error={draft.error ?? file.error} />
    </>
  );
}
