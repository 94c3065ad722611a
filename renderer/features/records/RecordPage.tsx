import { Button, Center, Loader, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../lib/shortcuts.tsx';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import classes from './Records.module.css';

type Props = {
  readonly title: string;
  /** A customer's or device's own page, which one comes to from many places. */
  readonly isRecord?: boolean;
  /** A serial: 0 and O must differ. */
  readonly isCode?: boolean;
  /** Under the title, in one line. */
  readonly facts?: ReactNode;
  /** At the end of the title's line. */
  readonly action?: ReactNode;
  readonly error: Error | null;
  /** Null while it is being fetched. */
  readonly children: ReactNode;
};

/** The frame of a record's page: its name, and what is known, or why that can not be shown. */
export function RecordPage({
  title,
  isRecord = false,
  isCode = false,
  facts,
  action,
  error,
  children,
}: Props) {
  return (
    <div className={classes['page']}>
      <header className={classes['header']}>
        {isRecord && <Back />}
        <div className={classes['title']}>
          <Title order={1} size="h2" className={isCode ? 'rd-mono' : ''}>
            {title}
          </Title>
          {facts !== undefined && <div className={classes['facts']}>{facts}</div>}
        </div>
        {action}
      </header>
      <CallErrorNotice error={error} />
      {error === null && children === null ? (
        <Center p="xl">
          <Loader />
        </Center>
      ) : (
        children
      )}
    </div>
  );
}

/** To the list, ticket or search that led here. */
function Back() {
  const { t } = useTranslation('records');
  const back = () => window.history.back();
  useShortcuts([{ key: 'Escape', label: t('back'), run: back }]);
  return (
    <Button
      variant="subtle"
      size="sm"
      leftSection={<IconArrowLeft aria-hidden size={18} />}
      rightSection={<KeyHint name="Escape" />}
      onClick={back}
    >
      {t('back')}
    </Button>
  );
}

/** One group of a record's page. */
export function RecordCard({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={classes['card']}>
      <Title order={2} size="h6" mb="xs">
        {title}
      </Title>
      {children}
    </section>
  );
}
