import { Group, Text } from '@mantine/core';
import { IconCircleCheck, IconXboxX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { checkPassword } from '../../../../core/password/rules.ts';
import type { PasswordRules } from '../../../../core/playbook/schema.ts';
import classes from './PasswordChecklist.module.css';

type Props = { readonly rules: PasswordRules; readonly password: string };

/** The device's rules, each with whether it is met as the password is typed. */
export function PasswordChecklist({ rules, password }: Props) {
  const { t } = useTranslation('ticket');
  const values = {
    min: rules.minLength,
    max: rules.maxLength,
    types: rules.minCharacterTypes,
    characters: [...rules.forbiddenCharacters].filter((character) => character !== ' ').join(' '),
  };
  return (
    <ul className={classes['list']} aria-label={t('password.rules')}>
      {checkPassword(rules, password).map(({ rule, isMet }) => {
        const Icon = isMet ? IconCircleCheck : IconXboxX;
        return (
          <Group key={rule} component="li" gap={6} wrap="nowrap" data-met={isMet}>
            <Icon className={classes['icon'] ?? ''} aria-hidden size={18} />
            <Text size="sm">
              {t(`password.rule.${rule}`, values)} {t(isMet ? 'password.met' : 'password.notMet')}
            </Text>
          </Group>
        );
      })}
    </ul>
  );
}
