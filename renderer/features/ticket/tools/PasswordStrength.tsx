import { Text } from '@mantine/core';
import { IconCircleCheck, IconInfoCircle, IconXboxX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { bitsOfGenerated } from '../../../../core/password/generate.ts';
import { judgePassword, levelOfBits } from '../../../../core/password/strength.ts';
import type { PasswordRules } from '../../../../core/playbook/schema.ts';
import classes from './PasswordChecklist.module.css';

type Props = {
  readonly rules: PasswordRules;
  readonly password: string;
  /** Made here and not changed since: then its strength is known, not estimated. */
  readonly isGenerated: boolean;
  /** What others may know of this customer. */
  readonly known: readonly string[];
};

const LOOKS = {
  weak: { icon: IconXboxX, tone: 'bad' },
  fair: { icon: IconInfoCircle, tone: 'fair' },
  good: { icon: IconCircleCheck, tone: 'good' },
} as const;

/** How hard the password is to guess: exact for one that was made here, an estimate with its reasons for any other. */
export function PasswordStrength({ rules, password, isGenerated, known }: Props) {
  const { t } = useTranslation('ticket');
  if (password === '') return null;
  const bits = Math.floor(bitsOfGenerated(rules));
  const { level, weaknesses } = isGenerated
    ? { level: levelOfBits(bits), weaknesses: [] }
    : judgePassword(password, known);
  const { icon: Icon, tone } = LOOKS[level];
  const reasons = weaknesses.map((weakness) => t(`strength.weakness.${weakness}`)).join(', ');
  return (
    <Text component="div" size="sm" className={classes['strength'] ?? ''} data-tone={tone} role="status">
      <Icon aria-hidden size={18} />
      <span>
        {isGenerated
          ? t('strength.generated', { bits, level: t(`strength.generatedLevel.${level}`) })
          : `${t(`strength.level.${level}`)} ${reasons}`}
      </span>
    </Text>
  );
}
