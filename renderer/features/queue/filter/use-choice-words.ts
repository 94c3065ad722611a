import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../../core/assert-never.ts';
import { phaseSchema } from '../../../../core/playbook/schema.ts';
import { outcomeSchema, prioritySchema } from '../../../../core/ticket/schema.ts';
import { deviceKindSchema } from '../../../../core/values.ts';
import type { Choice } from './filter-choices.ts';

/** The words for a value of the filter. */
export function useChoiceWords(): (name: Choice['name'], option: string) => string {
  const { t } = useTranslation(['queue', 'ticket']);
  return (name, option) => {
    switch (name) {
      case 'phases':
        return t(`ticket:phases.${phaseSchema.parse(option)}`);
      case 'outcomes':
        return t(`status.${outcomeSchema.parse(option)}`);
      case 'kinds':
        return t(`filter.kind.${deviceKindSchema.parse(option)}`);
      case 'priorities':
        return t(`priority.${prioritySchema.parse(option)}`);
      case 'owners':
        if (option === 'me' || option === 'nobody') return t(`filter.owner.${option}`);
        return option.replace(/^agent:/, '');
      case 'tags':
      case 'vendors':
        return option;
      default:
        return assertNever(name);
    }
  };
}
