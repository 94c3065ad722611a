import { Badge, Group, Radio } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Protection } from '../../../core/contract/shell-records.ts';
import classes from './ProtectionChoice.module.css';

type Props = {
  readonly protection: Protection;
  readonly isChosen: boolean;
  readonly isRecommended?: boolean;
  readonly description: string;
  /** What the choice asks for; shown once it is chosen. */
  readonly children?: ReactNode;
};

/** One way to keep the key, as a large radio button with its fields inside. */
export function ProtectionChoice({ protection, isChosen, isRecommended, description, children }: Props) {
  const { t } = useTranslation('vault');
  return (
    <div className={classes['choice']} data-chosen={isChosen}>
      <div className={classes['head']}>
        <Radio
          value={protection}
          label={t(`protection.${protection}.name`)}
          description={description}
          classNames={{
            body: classes['body'] ?? '',
            inner: classes['inner'] ?? '',
            label: classes['label'] ?? '',
          }}
        />
        {isRecommended === true && (
          <Group className={classes['badge'] ?? ''}>
            <Badge variant="light">{t('recommended')}</Badge>
          </Group>
        )}
      </div>
      {isChosen && children !== undefined && <div className={classes['fields']}>{children}</div>}
    </div>
  );
}
