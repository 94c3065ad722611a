import { useTranslation } from 'react-i18next';
import type { TemplateEntry } from '../../../core/contract/words-calls.ts';
import type { Language } from '../../../core/values.ts';
import classes from './Messages.module.css';

type Props = {
  readonly entries: readonly TemplateEntry[];
  readonly language: Language;
  readonly chosenId: string | null;
  readonly onChoose: (id: string) => void;
};

/** Messages by name; the chosen one is shown beside the list. */
export function TemplateList({ entries, language, chosenId, onChoose }: Props) {
  const { t } = useTranslation('messages');
  return (
    <ul className={classes['list']} aria-label={t('list')}>
      {entries.map(({ template, origin }) => {
        const isChosen = template.id === chosenId;
        const name = template.name[language] || template.name.en || t('unnamed');
        return (
          <li key={template.id}>
            <button
              type="button"
              className={classes['entry']}
              data-chosen={isChosen}
              aria-current={isChosen}
              ref={isChosen ? bringIntoView : null}
              onClick={() => onChoose(template.id)}
            >
              <span>{name}</span>
              <span className={classes['channel']}>
                {t(`channels.${template.channel}`)}
                {origin === 'shipped' ? '' : ` · ${t(`origins.${origin}`)}`}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function bringIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
