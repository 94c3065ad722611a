import type { HandlersOf } from '../../../core/contract/dispatch.ts';
import type { wordsCalls } from '../../../core/contract/words-calls.ts';
import type { Context } from '../work/call-context.ts';
import { readDeskSettings, updateDeskSettings } from './desk-settings.ts';
import { listTemplates, removeTemplate, requireTemplate, saveTemplate } from './templates.ts';

type WordsContext = Context<{
  readonly harmlessWords: Set<string>;
}>;

export const wordsHandlers: HandlersOf<typeof wordsCalls, 'backend', WordsContext> = {
  'template.list': (_, context) =>
    context.backend.perform(context, async (work) => ({ templates: await listTemplates(work) })),
  'template.save': (input, context) =>
    context.backend.command(
      context,
      (work) => saveTemplate(work, input),
      async (work, { recordId }) => ({ entry: await requireTemplate(work, recordId) }),
    ),
  'template.remove': (input, context) =>
    context.backend.command(
      context,
      (work) => removeTemplate(work, input),
      async () => ({}),
    ),
  'words.allow': ({ fragments }, { backend }) => {
    for (const fragment of fragments) backend.harmlessWords.add(fragment);
    return {};
  },
  'desk.getSettings': (_, context) => context.backend.perform(context, readDeskSettings),
  'desk.updateSettings': (input, context) =>
    context.backend.command(context, (work) => updateDeskSettings(work, input), readDeskSettings),
};
