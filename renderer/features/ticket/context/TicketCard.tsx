import { NativeSelect, Select, TagsInput } from '@mantine/core';
import { IconTicket } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TicketDetails } from '../../../../core/contract/records.ts';
import { isUnresolved } from '../../../../core/ticket/labels.ts';
import { failureReasonSchema, prioritySchema } from '../../../../core/ticket/schema.ts';
import { useCall, useCommand } from '../../../api/use-call.ts';
import { useDraft } from '../../../lib/use-draft.ts';
import { CallErrorNotice } from '../../../ui/CallErrorNotice.tsx';
import { AGENT_FIELD_ID } from '../focus.ts';
import { useKeepTicket } from '../use-keep-ticket.ts';
import { Card } from './Card.tsx';
import classes from './Context.module.css';

/** The contract takes no more and no longer ones. */
const MAX_TAGS = 20;
const MAX_TAG_LENGTH = 40;

/** Whose ticket it is, how urgent, what it is grouped by, and once it closed unresolved, what stood in the way. */
export function TicketCard({ ticket }: { readonly ticket: TicketDetails }) {
  const { t } = useTranslation('ticket');
  const { tags: knownTags, agents } = useLabels(ticket);
  const newTag = useDraft(ticket.id, 'newTag');
  const change = useTicketLabels(ticket, newTag.setText);
  const { assignee, priority, tags, failureReason, status } = ticket.state;
  const isClosed = status === 'closed';
  return (
    <Card title={t('labels.title')} icon={IconTicket} command="ticket.labels">
      <div className={classes['facts']}>
        <Select
          id={AGENT_FIELD_ID}
          size="sm"
          label={t('labels.agent')}
          placeholder={t('labels.nobody')}
          clearable
          disabled={isClosed}
          data={agents}
          value={assignee}
          onChange={change.assign}
        />
        <NativeSelect
          size="sm"
          label={t('labels.priority')}
          disabled={isClosed}
          data={prioritySchema.options.map((value) => ({ value, label: t(`priorities.${value}`) }))}
          value={priority}
          onChange={(event) => change.setPriority(prioritySchema.parse(event.currentTarget.value))}
        />
      </div>
      <TagsInput
        size="sm"
        mt="xs"
        label={t('labels.tags')}
        placeholder={tags.length === 0 ? t('labels.addTag') : ''}
        data={knownTags}
        maxTags={MAX_TAGS}
        maxLength={MAX_TAG_LENGTH}
        acceptValueOnBlur
        searchValue={newTag.text}
        onSearchChange={newTag.setText}
        value={tags}
        onChange={change.setTags}
      />
      {isUnresolved(ticket.state) && (
        <NativeSelect
          size="sm"
          mt="xs"
          label={t('labels.failureReason')}
          data={[
            { value: '', label: t('labels.noReason') },
            ...failureReasonSchema.options.map((value) => ({ value, label: t(`failureReasons.${value}`) })),
          ]}
          value={failureReason ?? ''}
          onChange={(event) =>
            change.recordReason(
              event.currentTarget.value === '' ? null : failureReasonSchema.parse(event.currentTarget.value),
            )
          }
        />
      )}
      <CallErrorNotice error={change.error ?? newTag.error} />
    </Card>
  );
}

/** Tags in use, and the agents: who is here first, then those who have tickets. */
function useLabels({ state: { assignee } }: TicketDetails) {
  const labels = useCall('ticket.listLabels', {}).data;
  const me = useCall('settings.get', {}).data?.agentName ?? '';
  const names = [me, assignee ?? '', ...(labels?.assignees ?? [])].filter((name) => name !== '');
  return { tags: labels?.tags ?? [], agents: [...new Set(names)] };
}

/** A tag that is refused comes back to where it was typed. */
function useTicketLabels({ id: ticketId, state }: TicketDetails, onRefusedTag: (tag: string) => void) {
  const assign = useCommand('ticket.assign');
  const setPriority = useCommand('ticket.setPriority');
  const setTags = useCommand('ticket.setTags');
  const recordReason = useCommand('ticket.recordFailureReason');
  const keep = useKeepTicket();
  const onSuccess = ({ ticket }: { readonly ticket: TicketDetails }) => keep(ticket);
  return {
    error: assign.error ?? setPriority.error ?? setTags.error ?? recordReason.error,
    assign: (assignee: string | null) => assign.mutate({ ticketId, assignee }, { onSuccess }),
    setPriority: (priority: TicketDetails['state']['priority']) =>
      setPriority.mutate({ ticketId, priority }, { onSuccess }),
    setTags: (tags: string[]) => {
      const added = tags.find((tag) => !state.tags.includes(tag));
      const onError = () => added !== undefined && onRefusedTag(added);
      setTags.mutate({ ticketId, tags }, { onSuccess, onError });
    },
    recordReason: (reason: TicketDetails['state']['failureReason']) =>
      recordReason.mutate({ ticketId, reason }, { onSuccess }),
  };
}
