import { describe, expect, it, vi } from 'vitest';
import { createShortcutRegistry, type Shortcut } from './shortcut-registry.ts';

function key(name: string, label: string, more: Partial<Shortcut> = {}): Shortcut {
  return { command: 'scan.open', key: name, label, run: () => undefined, ...more };
}

function labels(shortcuts: readonly Shortcut[]): string[] {
  return shortcuts.map(({ label }) => label);
}

describe('createShortcutRegistry', () => {
  it('names the keys in the order in which their components came up', () => {
    const registry = createShortcutRegistry();
    registry.put('rail', 0, [key('S', 'Scan')]);
    registry.put('page', 0, [key('N', 'New'), key('Slash', 'Search')]);
    expect(labels(registry.active())).toEqual(['Scan', 'New', 'Search']);
  });

  it('gives a key that two want to the one that came up last', () => {
    const registry = createShortcutRegistry();
    registry.put('page', 0, [key('Escape', 'Back')]);
    registry.put('inner', 0, [key('Escape', 'Hide')]);
    expect(labels(registry.active())).toEqual(['Hide']);
    registry.remove('inner');
    expect(labels(registry.active())).toEqual(['Back']);
  });

  it('keeps the place of one that changes its keys', () => {
    const registry = createShortcutRegistry();
    registry.put('page', 0, [key('Escape', 'Back')]);
    registry.put('inner', 0, [key('Escape', 'Hide')]);
    registry.put('page', 0, [key('Escape', 'Back to the queue')]);
    expect(labels(registry.active())).toEqual(['Hide']);
  });

  it('takes no key that belongs to no command and goes by no place', () => {
    const registry = createShortcutRegistry();
    expect(() => registry.put('page', 0, [key('N', 'New', { command: null })])).toThrow();
    expect(() => registry.put('page', 0, [key('2', 'The second', { command: null })])).not.toThrow();
  });

  it('keeps commands without a key, each once', () => {
    const registry = createShortcutRegistry();
    const keyless = { key: null } as const;
    registry.put('rail', 0, [key('', 'Customers', { ...keyless, command: 'go.customers' })]);
    registry.put('page', 0, [key('', 'Devices', { ...keyless, command: 'go.devices' })]);
    registry.put('inner', 0, [key('', 'All customers', { ...keyless, command: 'go.customers' })]);
    expect(labels(registry.active())).toEqual(['Devices', 'All customers']);
  });

  it('leaves out a key that is switched off, and lets another have it', () => {
    const registry = createShortcutRegistry();
    registry.put('page', 0, [key('Escape', 'Back')]);
    registry.put('inner', 0, [key('Escape', 'Hide', { isEnabled: false }), key('P', 'Spell')]);
    expect(labels(registry.active())).toEqual(['Back', 'Spell']);
  });

  it('silences the page under a dialog until the dialog is gone', () => {
    const registry = createShortcutRegistry();
    registry.put('page', 0, [key('S', 'Scan')]);
    registry.put('dialog', 1, []);
    expect(registry.active()).toEqual([]);
    expect(registry.topLayer()).toBe(1);
    registry.remove('dialog');
    expect(labels(registry.active())).toEqual(['Scan']);
    expect(registry.topLayer()).toBe(0);
  });

  it('silences no key that is on every layer', () => {
    const registry = createShortcutRegistry();
    registry.put('page', 0, [key('S', 'Scan'), key('Ctrl+L', 'Lock', { isOnEveryLayer: true })]);
    registry.put('dialog', 1, [key('Escape', 'Close')]);
    expect(labels(registry.active())).toEqual(['Lock', 'Close']);
  });

  it('answers the same array until something changes, and then tells it', () => {
    const registry = createShortcutRegistry();
    const listener = vi.fn();
    const stop = registry.subscribe(listener);
    registry.put('page', 0, [key('S', 'Scan')]);
    expect(registry.active()).toBe(registry.active());
    registry.remove('unknown');
    expect(listener).toHaveBeenCalledTimes(1);
    stop();
    registry.remove('page');
    expect(listener).toHaveBeenCalledTimes(1);
  });
});
