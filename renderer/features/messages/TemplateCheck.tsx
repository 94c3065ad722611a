import { Stack, Text, Title } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { checkTemplate, type TemplateProblem } from '../../../core/message/check.ts';
import { fillMessage } from '../../../core/message/fill.ts';
import type { MessageTemplate } from '../../../core/message/template.ts';
import { type MessageValues, messageVariableSchema } from '../../../core/message/variables.ts';
import { languageSchema } from '../../../core/values.ts';
import { Notice } from '../../ui/Notice.tsx';
import { FilledTextView } from './FilledTextView.tsx';
import classes from './Messages.module.css';

/** What is wrong, which variables there are, and how the message reads with made-up values. */
export function TemplateCheck({ template }: { readonly template: MessageTemplate }) {
  const { t } = useTranslation('messages');
  const problems = checkTemplate(template);
  return (
    <Stack gap="sm">
      {problems.length === 0 ? (
        <Notice tone="success" title={t('sound')} />
      ) : (
        <Notice tone={problems.every(isMild) ? 'warning' : 'danger'} title={t('problems')}>
          <ul className={classes['faults']}>
            {problems.map((problem) => (
              <li key={JSON.stringify(problem)}>{problemText(problem, t)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Text size="sm">
        {t('available')}{' '}
        <span className="rd-mono">{messageVariableSchema.options.map((name) => `{${name}}`).join(' ')}</span>
      </Text>
      <Title order={2} size="h6">
        {t('preview')}
      </Title>
      <div className={classes['pair']}>
        {languageSchema.options.map((language) => {
          const filled = fillMessage(template, language, exampleValues(t));
          return (
            <div key={language} className={classes['preview']} lang={filled.language}>
              {template.channel === 'mail' && (
                <div className={classes['subject']}>
                  <FilledTextView filled={filled.subject} />
                </div>
              )}
              <FilledTextView filled={filled.body} />
            </div>
          );
        })}
      </div>
    </Stack>
  );
}

/** English stands in for another language. */
function isMild(problem: TemplateProblem): boolean {
  return problem.kind === 'notWritten' && problem.language !== 'en';
}

function problemText(problem: TemplateProblem, t: TFunction<'messages'>): string {
  if (problem.kind === 'unnamed') return t('faults.unnamed');
  const language = t(`languages.${problem.language}`);
  if (problem.kind === 'notWritten') return t('faults.notWritten', { language });
  return t(`faults.${problem.kind}`, { language, text: problem.text });
}

function exampleValues(t: TFunction<'messages'>): MessageValues {
  return Object.fromEntries(messageVariableSchema.options.map((name) => [name, t(`examples.${name}`)]));
}
