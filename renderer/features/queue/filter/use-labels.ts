import { useCall } from '../../../api/use-call.ts';
import type { Labels } from './filter-choices.ts';

/** Tags and agents of the records, and the vendors of the procedures; empty until they are read. */
export function useLabels(): Labels {
  const labels = useCall('ticket.listLabels', {}).data;
  const playbooks = useCall('playbook.list', {}).data?.playbooks ?? [];
  const vendors = new Set(playbooks.flatMap(({ match }) => match.vendors.map(({ family }) => family)));
  return { tags: labels?.tags ?? [], assignees: labels?.assignees ?? [], vendors: [...vendors].sort() };
}
