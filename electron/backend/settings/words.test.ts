import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestDesk, type TestDesk, temporaryFolder } from '../testing/test-desk.ts';

let folder: ReturnType<typeof temporaryFolder>;
let desk: TestDesk;
beforeEach(async () => {
  folder = temporaryFolder();
  desk = await openTestDesk(folder.file);
});
afterEach(async () => {
  await desk.close();
  folder.remove();
  expect(desk.bugs).toEqual([]);
});

const list = async () => (await desk.call('template.list', {})).templates;
const first = async () => {
  const [entry] = await list();
  if (entry === undefined) throw new Error('No message ships.');
  return entry;
};

describe('messages', () => {
  it('keeps the own words for a shipped message in its place, and brings the shipped ones back', async () => {
    const { template, origin, version } = await first();
    expect({ origin, version }).toEqual({ origin: 'shipped', version: 0 });
    const own = { ...template, text: { ...template.text, en: 'Our words' } };
    const { entry } = await desk.call('template.save', { template: own, version: 0 });
    expect(entry).toEqual({ template: own, origin: 'changed', version: 1 });
    expect(await first()).toEqual(entry);
    await desk.call('template.remove', { templateId: template.id, version: 1 });
    expect(await first()).toEqual({ template, origin: 'shipped', version: 0 });
  });

  it('lists the own ones last and removes them', async () => {
    const { template } = await first();
    const own = { ...template, id: 'our-own' };
    await desk.call('template.save', { template: own, version: 0 });
    expect((await list()).at(-1)).toEqual({ template: own, origin: 'own', version: 1 });
    await desk.call('template.remove', { templateId: 'our-own', version: 1 });
    expect((await list()).map((entry) => entry.template.id)).not.toContain('our-own');
  });

  it('refuses what was changed by somebody else meanwhile', async () => {
    const { template } = await first();
    await desk.call('template.save', { template, version: 0 });
    for (const version of [0, 2])
      await expect(desk.call('template.save', { template, version })).rejects.toMatchObject({
        code: 'conflict',
      });
    await expect(desk.call('template.remove', { templateId: template.id, version: 2 })).rejects.toMatchObject(
      { code: 'conflict' },
    );
  });

  it('answers a command that is sent again without doing it twice', async () => {
    const { template } = await first();
    const again = desk.again('0190a0a0-0000-4000-8000-000000000001');
    await again.call('template.save', { template, version: 0 });
    expect(await again.call('template.save', { template, version: 0 })).toMatchObject({
      entry: { version: 1 },
    });
  });
});

describe('what the desk agreed on', () => {
  it('offers every known proof and insists on none until it is told otherwise', async () => {
    const { settings, version } = await desk.call('desk.getSettings', {});
    expect(version).toBe(0);
    expect(settings.checklist.map(({ isRequired }) => isRequired)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it('changes one part and leaves the other', async () => {
    const shop = { name: 'Cam Shop', phone: '+34 600 000 000', address: '' };
    await desk.call('desk.updateSettings', { change: { shop: { ...shop, phone: '' } }, version: 0 });
    await desk.call('desk.updateSettings', { change: { shop: { phone: shop.phone } }, version: 1 });
    const checklist = [{ kind: 'own' as const, words: 'Contract number', isRequired: true }];
    const stored = await desk.call('desk.updateSettings', { change: { checklist }, version: 2 });
    expect(stored).toMatchObject({ settings: { shop, checklist, country: null }, version: 3 });
    expect(desk.announced.at(-1)).toMatchObject({
      name: 'record.changed',
      payload: { changes: [{ kind: 'deskSettings' }] },
    });
    await expect(desk.call('desk.updateSettings', { change: { shop }, version: 1 })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});
