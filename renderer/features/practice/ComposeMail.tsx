import { Button, Collapse, Stack, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PracticeDevice } from '../../../core/practice/device.ts';
import { type PhoneAnswer, sendMailedText } from './phone-scan.ts';
import { RequestNotice } from './RequestNotice.tsx';
import { vendorAddress } from './vendor-address.ts';

/** The way by mail: the text of the console's draft goes to the pretend vendor. */
export function ComposeMail({ device }: { readonly device: PracticeDevice }) {
  const { t } = useTranslation('practice');
  const [isOpen, { toggle }] = useDisclosure(false);
  const [text, setText] = useState('');
  const [answer, setAnswer] = useState<PhoneAnswer | null>(null);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAnswer(sendMailedText(text, device));
  };
  return (
    <div>
      <Button variant="default" size="xs" aria-expanded={isOpen} onClick={toggle}>
        {t('compose.open')}
      </Button>
      <Collapse expanded={isOpen}>
        <Stack component="form" gap="xs" mt="xs" onSubmit={send}>
          <Textarea
            label={t('compose.to', { email: vendorAddress })}
            description={t('compose.what')}
            value={text}
            rows={4}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" size="xs" disabled={text.trim() === ''}>
            {t('compose.send')}
          </Button>
          {answer !== null && <RequestNotice answer={answer} />}
        </Stack>
      </Collapse>
    </div>
  );
}
