import { Button, Group, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconDeviceMobile, IconScan, IconTool, IconUser } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PracticeDevice } from '../../../core/practice/device.ts';
import classes from './Phone.module.css';
import { PhoneReset } from './PhoneReset.tsx';
import { useFocusOnMount } from './use-focus-on-mount.ts';

type PhonePage = 'home' | 'me' | 'tools' | 'reset';
type Move = (page: PhonePage) => void;

/** A pretend phone with the DMSS app: Me, Tool Manager, Password Resetting, and the scan. */
export function Phone({ device }: { readonly device: PracticeDevice }) {
  const { t } = useTranslation('practice');
  const [page, setPage] = useState<PhonePage>('home');
  return (
    <section aria-label={t('phone.label')} className={classes['phone']}>
      <div className={classes['screen']}>
        {page === 'home' && <Home onMove={setPage} />}
        {page === 'me' && (
          <PhoneMenu title={t('phone.me')} back="home" onMove={setPage}>
            <Entry icon={<IconTool aria-hidden size={18} />} onClick={() => setPage('tools')}>
              {t('phone.toolManager')}
            </Entry>
          </PhoneMenu>
        )}
        {page === 'tools' && (
          <PhoneMenu title={t('phone.toolManager')} back="me" onMove={setPage}>
            <Entry icon={<IconScan aria-hidden size={18} />} onClick={() => setPage('reset')}>
              {t('phone.passwordResetting')}
            </Entry>
          </PhoneMenu>
        )}
        {page === 'reset' && (
          <PhoneMenu title={t('phone.passwordResetting')} back="tools" onMove={setPage}>
            <PhoneReset device={device} />
          </PhoneMenu>
        )}
      </div>
    </section>
  );
}

function Home({ onMove }: { readonly onMove: Move }) {
  const { t } = useTranslation('practice');
  return (
    <>
      <Group gap="xs">
        <IconDeviceMobile aria-hidden size={20} />
        <Title order={2} size="h5">
          {t('phone.app')}
        </Title>
      </Group>
      <Text size="sm" flex={1}>
        {t('phone.what')}
      </Text>
      <Button
        variant="default"
        justify="flex-start"
        leftSection={<IconUser aria-hidden size={18} />}
        onClick={() => onMove('me')}
      >
        {t('phone.me')}
      </Button>
    </>
  );
}

type MenuProps = {
  readonly title: string;
  readonly back: PhonePage;
  readonly onMove: Move;
  readonly children: ReactNode;
};

function PhoneMenu({ title, back, onMove, children }: MenuProps) {
  const { t } = useTranslation('practice');
  return (
    <>
      <Group gap="xs">
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconArrowLeft aria-hidden size={16} />}
          onClick={() => onMove(back)}
        >
          {t('phone.back')}
        </Button>
        <Title order={2} size="h5">
          {title}
        </Title>
      </Group>
      {children}
    </>
  );
}

type EntryProps = {
  readonly icon: ReactNode;
  readonly onClick: () => void;
  readonly children: ReactNode;
};

function Entry({ icon, onClick, children }: EntryProps) {
  const entry = useFocusOnMount<HTMLButtonElement>();
  return (
    <Button ref={entry} variant="default" justify="flex-start" leftSection={icon} onClick={onClick}>
      {children}
    </Button>
  );
}
