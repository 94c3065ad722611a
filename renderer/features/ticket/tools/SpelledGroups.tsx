import { useTranslation } from 'react-i18next';
import { groupsOf } from '../../../../core/password/generate.ts';
import { spell } from '../../../../core/password/phonetic.ts';
import { lookAlikesOf } from '../../../../core/password/security-code.ts';
import type { Language } from '../../../../core/values.ts';
import { useSecretOnScreen } from '../secret-screen.ts';
import classes from './SpelledGroups.module.css';

type Props = {
  readonly text: string;
  /** Of the words, which are the customer's. */
  readonly language: Language;
  /** `large`: to be read from across the desk. */
  readonly size?: 'normal' | 'large';
};

/** A code or password in groups of four: each character, the word for it, and what it must not be taken for. */
export function SpelledGroups({ text, language, size = 'normal' }: Props) {
  const { t } = useTranslation('ticket');
  useSecretOnScreen(true);
  const lookAlikes = lookAlikesOf(text);
  const groups = groupsOf(text);
  const starts = groups.map((_, index) => [...groups.slice(0, index).join('')].length);
  return (
    <ol className={classes['groups']} data-size={size} aria-label={t('spelling.label')}>
      {groups.map((group, groupIndex) => (
        <li key={starts[groupIndex]}>
          <span className={classes['number']} aria-hidden>
            {groupIndex + 1}
          </span>
          <ol className={classes['group']}>
            {spell(group, language).map(({ character, words }, index) => {
              const place = (starts[groupIndex] ?? 0) + index;
              const others = lookAlikes.find((found) => found.index === place)?.others;
              return (
                <li key={place} className={classes['character']} data-marked={others !== undefined}>
                  <span className={`rd-mono ${classes['glyph']}`}>{character}</span>
                  <span className={classes['words']} lang={language}>
                    {words}
                  </span>
                  {others !== undefined && (
                    <span className={`rd-mono ${classes['others']}`}>
                      {t('spelling.not', { others: others.join(' ') })}
                    </span>
                  )}
                </li>
              );
            })}
          </ol>
        </li>
      ))}
    </ol>
  );
}
