import { Button, Stack, Text, TextInput } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isPersonName } from '../../../core/person-name.ts';
import { useCommand } from '../../api/use-call.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { VaultFrame } from './VaultFrame.tsx';

/** Before the desk of a computer where nobody has said who works there: every step is signed. */
export function AgentNamePage() {
  const { t } = useTranslation('vault');
  const queryClient = useQueryClient();
  const inputRef = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [isRefused, setIsRefused] = useState(false);
  const update = useCommand('settings.update');
  const send = (event: FormEvent) => {
    event.preventDefault();
    const isRight = isPersonName(name);
    setIsRefused(!isRight);
    if (!isRight) inputRef.current?.focus();
    else if (!update.isPending)
      update.mutate(
        { agentName: name.trim() },
        { onSuccess: (settings) => queryClient.setQueryData(['settings.get', {}], settings) },
      );
  };
  return (
    <VaultFrame title={t('agent.title')}>
      <Text>{t('agent.what')}</Text>
      <form onSubmit={send} noValidate>
        <Stack gap="md">
          <TextInput
            ref={inputRef}
            autoFocus
            label={t('agent.name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={isRefused && t('agent.missing')}
            errorProps={{ role: 'alert' }}
            aria-invalid={isRefused}
            maxLength={100}
            autoComplete="off"
            spellCheck={false}
          />
          <CallErrorNotice error={update.error} />
          <Button
            type="submit"
            size="md"
            loading={update.isPending}
            rightSection={<IconArrowRight aria-hidden size={18} />}
          >
            {t('agent.go')}
          </Button>
        </Stack>
      </form>
    </VaultFrame>
  );
}
