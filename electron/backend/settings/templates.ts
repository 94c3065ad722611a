import { templateFiles } from '../../../assets/templates/index.ts';
import type { ParsedInput } from '../../../core/contract/contract.ts';
import { CallError } from '../../../core/contract/errors.ts';
import type { TemplateEntry } from '../../../core/contract/words-calls.ts';
import { messageTemplateSchema } from '../../../core/message/template.ts';
import type { Receipt } from '../store/ports/commands.ts';
import type { Work } from '../work/work.ts';

/** The messages the app was built with. */
const shipped = templateFiles.map((file) => messageTemplateSchema.parse(file));

/** A desk that has more than this looks for them in vain. */
const maxTemplates = 200;

/** The shipped messages with the desk's words over them, then the desk's own. */
export async function listTemplates({ repositories }: Work): Promise<TemplateEntry[]> {
  const stored = await repositories.words.listTemplates();
  const isShipped = (id: string) => shipped.some((template) => template.id === id);
  const inOrder = shipped.map((template): TemplateEntry => {
    const changed = stored.find((other) => other.template.id === template.id);
    return changed === undefined
      ? { template, origin: 'shipped', version: 0 }
      : { ...changed, origin: 'changed' };
  });
  const own = stored.filter(({ template }) => !isShipped(template.id));
  return [...inOrder, ...own.map((entry): TemplateEntry => ({ ...entry, origin: 'own' }))];
}

/** @throws CallError `not_found` */
export async function requireTemplate(work: Work, templateId: string): Promise<TemplateEntry> {
  const entry = (await listTemplates(work)).find(({ template }) => template.id === templateId);
  if (entry === undefined) throw new CallError('not_found', 'There is no such message.');
  return entry;
}

/** @throws CallError `conflict` when it was changed since it was read */
export async function saveTemplate(
  work: Work,
  { template, version }: ParsedInput<'template.save'>,
): Promise<Receipt> {
  const { words } = work.repositories;
  if (version === 0 && (await words.listTemplates()).length >= maxTemplates)
    throw new CallError('refused', 'There are as many messages as a desk can have. Remove one first.');
  const saved = await words.putTemplate({ template, version }, work.now);
  if (saved === null) throw new CallError('conflict', 'The message was changed meanwhile.');
  return { recordId: template.id, isOther: false };
}

/** @throws CallError `conflict` when it was changed since it was read */
export async function removeTemplate(
  work: Work,
  { templateId, version }: ParsedInput<'template.remove'>,
): Promise<Receipt> {
  const isRemoved = await work.repositories.words.removeTemplate(templateId, version);
  if (!isRemoved) throw new CallError('conflict', 'The message was changed meanwhile.');
  return { recordId: templateId, isOther: false };
}
