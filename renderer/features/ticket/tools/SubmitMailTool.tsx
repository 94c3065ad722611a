import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { payloadFault } from '../../../../core/mail/reset-mail.ts';
import { resetMailDraft } from '../../../../core/qr/mail-draft.ts';
import { useCommand } from '../../../api/use-call.ts';
import { useShortcuts } from '../../../lib/shortcuts.tsx';
import { CallErrorNotice } from '../../../ui/CallErrorNotice.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { currentScan } from '../current-scan.ts';
import { focusById } from '../focus.ts';
import { readMailAddress } from '../stage/answers.ts';
import { AddressCheck } from './AddressCheck.tsx';
import { CopyButton } from './CopyButton.tsx';
import { KnownAddresses } from './KnownAddresses.tsx';
import { MailFileTool } from './MailFileTool.tsx';
import { PayloadCheck } from './PayloadCheck.tsx';
import { PayloadFaultNotice } from './PayloadFaultNotice.tsx';
import type { ToolProps } from './tool-props.ts';

const FIELD_ID = 'mail-address-field';

/** The request as a mail to the address that the device shows. It is a draft: the agent or the customer sends it. */
export function SubmitMailTool({ ticket, playbook, input, onMailAddress }: ToolProps) {
  const { t } = useTranslation('ticket');
  const openDraft = useCommand('mail.openDraft');
  const scan = currentScan(ticket);
  const payload = scan?.payload ?? null;
  const address = readMailAddress(input.mailAddress);
  const isMistyped = input.mailAddress.trim() !== '' && address === null;
  useShortcuts([{ command: 'step.type', label: t('mail.typeAddress'), run: () => focusById(FIELD_ID) }]);
  if (payload === null) {
    return (
      <Notice tone="warning" title={t('qr.missing')}>
        {t('qr.missingNext')}
      </Notice>
    );
  }
  const fault = payloadFault(payload);
  if (fault !== null) return <PayloadFaultNotice fault={fault} />;
  const open = () => {
    if (address !== null) openDraft.mutate(resetMailDraft(payload, address));
  };
  return (
    <Stack gap={4}>
      <TextInput
        id={FIELD_ID}
        type="email"
        label={t('mail.address')}
        description={t('mail.addressHint')}
        error={isMistyped ? t('mail.addressWrong') : null}
        autoComplete="off"
        spellCheck={false}
        value={input.mailAddress}
        onChange={(event) => onMailAddress(event.currentTarget.value)}
        onKeyDown={(event) => {
          // Enter opens the draft; it must not say that the mail was sent.
          if (event.key !== 'Enter') return;
          event.preventDefault();
          open();
        }}
      />
      {address !== null && <AddressCheck address={address} playbook={playbook} />}
      <KnownAddresses playbook={playbook} />
      <Group gap="xs">
        <Button
          size="xs"
          variant="light"
          leftSection={<IconMail aria-hidden size={18} />}
          disabled={address === null}
          loading={openDraft.isPending}
          onClick={open}
        >
          {t('mail.open')}
        </Button>
        <CopyButton text={address} label={t('mail.copyAddress')} />
        <CopyButton text={payload} label={t('mail.copyText')} />
        <MailFileTool payload={payload} address={address} scan={scan} />
        <PayloadCheck payload={payload} />
      </Group>
      <CallErrorNotice error={openDraft.error} />
      {openDraft.data?.isOpened === true && (
        <Text size="sm" role="status">
          {t('mail.opened')}
        </Text>
      )}
      {openDraft.data?.isOpened === false && (
        <Notice tone="warning" title={t('mail.notOpened')}>
          {t('mail.notOpenedNext')}
        </Notice>
      )}
    </Stack>
  );
}
