import { Text, Title } from '@mantine/core';
import { IconListCheck, IconMessage2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LocalizedText } from '../../../../core/playbook/text.ts';
import { localize } from '../../../lib/localize.ts';
import { CustomerLanguageSwitch } from '../CustomerLanguageSwitch.tsx';
import { useCustomerLanguage } from '../customer-language.tsx';
import classes from './SayDo.module.css';

/** Read aloud to the customer. */
export function SayBox({ text }: { readonly text: LocalizedText }) {
  const { t } = useTranslation('ticket');
  const { language } = useCustomerLanguage();
  return (
    <section className={classes['say']} data-part="say">
      <Title order={3} className={classes['label'] ?? ''}>
        <IconMessage2 aria-hidden size={16} /> {t('stage.say')}
      </Title>
      <Text className={classes['sayText'] ?? ''} lang={text[language] === undefined ? 'en' : language}>
        {localize(text, language)}
      </Text>
      <CustomerLanguageSwitch />
    </section>
  );
}

/** For the agent, one instruction a line. */
export function DoList({ lines }: { readonly lines: readonly LocalizedText[] }) {
  const { t, i18n } = useTranslation('ticket');
  return (
    <section className={classes['do']} data-part="do">
      <Title order={3} className={classes['label'] ?? ''}>
        <IconListCheck aria-hidden size={16} /> {t('stage.do')}
      </Title>
      <ul className={classes['lines']}>
        {lines.map((line) => (
          <li key={line.en}>{localize(line, i18n.language)}</li>
        ))}
      </ul>
    </section>
  );
}
