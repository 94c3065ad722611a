import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../../core/assert-never.ts';
import { phaseSchema } from '../../../../core/playbook/schema.ts';
import { stageSchema } from '../../../../core/queue/view.ts';
import { outcomeSchema, prioritySchema } from '../../../../core/ticket/schema.ts';
import { deviceKindSchema } from '../../../../core/values.ts';
import { useCall } from '../../../api/use-call.ts';
import { localize } from '../../../lib/localize.ts';
import type { Choice } from './filter-choices.ts';

/** The words for a value of the filter. */
export function useChoiceWords(): (name: Choice['name'], option: string) => string {
  const { t, i18n } = useTranslation(['queue', 'ticket']);
  const playbooks = useCall('playbook.list', {}).data?.playbooks ?? [];
  const vendors = playbooks.flatMap(({ match }) => match.vendors);
  return (name, option) => {
    switch (name) {
      case 'stages':
        return t(`filter.stage.${stageSchema.parse(option)}`);
      case 'phases':
        return t(`ticket:phases.${phaseSchema.parse(option)}`);
      case 'outcomes':
        return t(`act.${outcomeSchema.parse(option)}`);
      case 'kinds':
        return t(`filter.kind.${deviceKindSchema.parse(option)}`);
      case 'priorities':
        return t(`priority.${prioritySchema.parse(option)}`);
      case 'owners':
        if (option === 'me' || option === 'nobody') return t(`filter.owner.${option}`);
        return option.replace(/^agent:/, '');
      case 'tags':
        return option;
      case 'vendors': {
        const vendor = vendors.find(({ family }) => family === option);
        return vendor === undefined ? option : localize(vendor.name, i18n.language);
      }
      default:
        return assertNever(name);
    }
  };
}
