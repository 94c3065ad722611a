import { Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './SettingsPage.module.css';

/** There is no Save button, so this says that the change is kept. */
export function SaveHint({ state }: { readonly state: 'idle' | 'saving' | 'saved' }) {
  const { t } = useTranslation('settings');
  return (
    <Text size="sm" component="div" role="status" className={classes['saved'] ?? ''}>
      {state === 'saved' && (
        <>
          <IconCheck aria-hidden size={16} />
          {t('saved')}
        </>
      )}
    </Text>
  );
}
