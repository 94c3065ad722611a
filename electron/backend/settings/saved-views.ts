import type { ParsedInput } from '../../../core/contract/contract.ts';
import { CallError } from '../../../core/contract/errors.ts';
import { SAVED_VIEWS_MAX, type SavedView } from '../../../core/queue/saved-view.ts';
import type { Receipt } from '../store/ports/commands.ts';
import type { Work } from '../work/work.ts';

export async function listViews({ repositories }: Work): Promise<{ views: SavedView[] }> {
  return { views: await repositories.savedViews.list() };
}

export async function createView(
  work: Work,
  { name, view, index }: ParsedInput<'view.create'>,
): Promise<Receipt> {
  const views = await work.repositories.savedViews.list();
  if (views.length >= SAVED_VIEWS_MAX)
    throw new CallError('refused', 'There are as many saved views as a desk can have. Delete one first.');
  const saved = { id: work.newId(), name, view };
  return put(work, insertedAt(views, saved, index ?? views.length), saved.id);
}

export function renameView(work: Work, viewId: string, name: string): Promise<Receipt> {
  return change(work, viewId, (views, saved) =>
    views.map((other) => (other.id === saved.id ? { ...saved, name } : other)),
  );
}

export function moveView(work: Work, viewId: string, index: number): Promise<Receipt> {
  return change(work, viewId, (views, saved) =>
    insertedAt(
      views.filter(({ id }) => id !== viewId),
      saved,
      index,
    ),
  );
}

export function removeView(work: Work, viewId: string): Promise<Receipt> {
  return change(work, viewId, (views) => views.filter(({ id }) => id !== viewId));
}

async function change(
  work: Work,
  viewId: string,
  next: (views: readonly SavedView[], saved: SavedView) => readonly SavedView[],
): Promise<Receipt> {
  const views = await work.repositories.savedViews.list();
  const saved = views.find(({ id }) => id === viewId);
  if (saved === undefined) throw new CallError('not_found', 'There is no such view.');
  return put(work, next(views, saved), viewId);
}

/** They are few and small, so all of them are written: the order needs no numbers that drift. */
async function put(work: Work, views: readonly SavedView[], viewId: string): Promise<Receipt> {
  await work.repositories.savedViews.replaceAll(views);
  return { recordId: viewId, isOther: false };
}

function insertedAt(views: readonly SavedView[], saved: SavedView, index: number): readonly SavedView[] {
  return [...views.slice(0, index), saved, ...views.slice(index)];
}
