import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Playbook } from '../../../../core/playbook/schema.ts';
import { localize } from '../../../lib/localize.ts';
import classes from './Tools.module.css';

/** Addresses to compare with, each with where it is known from: the device shows which one it wants. */
export function KnownAddresses({ playbook }: { readonly playbook: Playbook }) {
  const { t, i18n } = useTranslation('ticket');
  if (playbook.addresses.length === 0) return null;
  const isOwn = playbook.isDesksOwn === true;
  return (
    <div>
      <Text size="sm">{t(isOwn ? 'mail.knownOwn' : 'mail.known')}</Text>
      <ul className={classes['addresses']}>
        {playbook.addresses.map(({ address, fact }) => {
          const statement = isOwn ? undefined : playbook.facts.find(({ id }) => id === fact)?.statement;
          return (
            <li key={address}>
              <span className="rd-mono">{address}</span>
              {statement !== undefined && (
                <Text span size="xs" c="dimmed">
                  {' '}
                  {localize(statement, i18n.language)}
                </Text>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
