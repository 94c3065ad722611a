import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { contract } from './contract.ts';
import { findEndpoint } from './dispatch.ts';
import { type Endpoint, type EventOf, recordTopics, type WindowKind } from './endpoint.ts';

const SECRET_NAMES = /securityCode|newPassword|devicePassword|^password$|^code$|safetyCode/i;

const entries: readonly [string, Endpoint | EventOf][] = Object.entries(contract);

describe('the contract', () => {
  it('has no field for a security code or a device password, in any call or event', () => {
    for (const [name, entry] of Object.entries(contract)) {
      const schemas: z.ZodType[] = entry.kind === 'event' ? [entry.payload] : [entry.input, entry.output];
      for (const schema of schemas) {
        const fields = fieldNames(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }));
        expect(
          fields.filter((field) => SECRET_NAMES.test(field)),
          name,
        ).toEqual([]);
      }
    }
  });

  it('guards a secret on the clipboard without being told what it is', () => {
    for (const name of [
      'clipboard.expectSecret',
      'clipboard.guardSecret',
      'clipboard.clearSecret',
    ] as const) {
      expect(contract[name].input.safeParse({}).success).toBe(true);
      expect(contract[name].input.safeParse({ text: 'x' }).success).toBe(false);
    }
  });

  it('opens to the windows that play no agent what they need, and no more', () => {
    const calls = entries.filter(([, entry]) => entry.kind !== 'event');
    const openTo = (window: WindowKind) =>
      calls.filter(([, { windows }]) => windows.includes(window)).map(([name]) => name);
    expect(openTo('practice').sort()).toEqual([
      'app.getInfo',
      'playbook.list',
      'practice.photographConsole',
      'settings.get',
    ]);
    expect(openTo('region').sort()).toEqual([
      'region.cancel',
      'region.focusNext',
      'region.getView',
      'region.ready',
      'region.take',
      'settings.get',
    ]);
    expect(openTo('print').sort()).toEqual(['print.getDocument', 'print.ready', 'settings.get']);
    const heard = entries.filter(([, { kind, windows }]) => kind === 'event' && windows.length > 1);
    expect(heard.map(([name]) => name)).toEqual(['settings.changed']);
  });

  it('answers a locked desk by the shell alone, and never about records', () => {
    const answered = entries.filter(([, entry]) => entry.kind !== 'event' && entry.whileLocked);
    expect(answered.map(([name]) => name).sort()).toEqual([
      'app.getBackendState',
      'app.getInfo',
      'clipboard.getSecretState',
      'hotkey.stopTest',
      'region.cancel',
      'settings.get',
      'vault.getState',
      'vault.leaveDesk',
      'vault.lock',
      'vault.unlock',
      'vault.unlockWithRecoveryKey',
    ]);
    expect(answered.every(([, { host }]) => host === 'shell')).toBe(true);
  });

  it('tells of everything that an answer reads, by the feed or by an event, and reads everything that is told', () => {
    const read = entries.flatMap(([, entry]) => (entry.kind === 'event' ? [] : entry.reads));
    const told = entries.flatMap(([, entry]) => (entry.kind === 'event' ? entry.changes : []));
    expect([...new Set(read)].toSorted()).toEqual([...new Set([...recordTopics, ...told])].toSorted());
  });

  it('tells as a new answer only what the query answers', () => {
    for (const [name, entry] of entries) {
      if (entry.kind !== 'event' || entry.answers === null) continue;
      const query = findEndpoint(entry.answers);
      expect(query?.kind, name).toBe('query');
      expect(query?.output, name).toBe(entry.payload);
    }
  });

  it('names every endpoint noun.verb and every event noun.pastTense', () => {
    for (const [name, entry] of Object.entries(contract)) {
      expect(name).toMatch(/^[a-z]+\.[a-zA-Z]+$/);
      if (entry.kind === 'event') expect(name).toMatch(/(ed)$/i);
    }
  });
});

function fieldNames(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'properties'
      ? [...Object.keys(value as object), ...Object.values(value as object).flatMap(fieldNames)]
      : fieldNames(value),
  );
}
