import { useQueryClient } from '@tanstack/react-query';
import type { CallOutput } from '../../../core/contract/contract.ts';
import type { TemplateEntry } from '../../../core/contract/words-calls.ts';
import type { MessageTemplate } from '../../../core/message/template.ts';
import { client } from '../../api/client.ts';
import { useAutosave } from '../../lib/use-autosave.ts';

type Fields = Omit<MessageTemplate, 'id'>;

/** A message that is saved as it is typed. Key it by the message. */
export function useTemplateForm({ template, version }: TemplateEntry) {
  const queryClient = useQueryClient();
  const { id, ...saved } = template;
  const keep = (entry: TemplateEntry) =>
    queryClient.setQueryData<CallOutput<'template.list'>>(['template.list', {}], (before) =>
      before === undefined
        ? before
        : { templates: before.templates.map((other) => (other.template.id === id ? entry : other)) },
    );
  // What was stored last, which can be newer than what is drawn.
  const latest = () =>
    queryClient
      .getQueryData<CallOutput<'template.list'>>(['template.list', {}])
      ?.templates.find((entry) => entry.template.id === id)?.template ?? template;
  return useAutosave<Fields>({
    saved,
    version,
    send: async (change, ofVersion) => {
      const { entry } = await client.call('template.save', {
        template: { ...latest(), ...change },
        version: ofVersion,
      });
      keep(entry);
      return entry.version;
    },
    onConflict: () => void queryClient.invalidateQueries({ queryKey: ['template.list'] }),
  });
}
