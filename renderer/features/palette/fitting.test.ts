import { describe, expect, it } from 'vitest';
import type { CommandId } from '../../../core/commands/commands.ts';
import { groupsFor, type Named } from './fitting.ts';
import { canBeChosen, type PaletteGroup } from './palette-entry.ts';

function command(id: CommandId, title: string, isOffered = true): Named {
  const entry = { kind: 'command', id, command: id, title, isOffered, area: 'ticket' } as const;
  return { entry, names: [title] };
}

function setting(title: string, ...more: readonly string[]): Named {
  const entry = { kind: 'setting', id: title, title, detail: '', path: '/settings/x' } as const;
  return { entry, names: [title, ...more] };
}

const people: readonly PaletteGroup[] = [
  {
    name: 'customers',
    entries: [{ kind: 'setting', id: 'person', title: 'A person', detail: '', path: '/customer/1' }],
    hasMore: false,
  },
];

/** What Enter takes. */
function first(groups: readonly PaletteGroup[]): string | undefined {
  return groups.flatMap(({ entries }) => entries).find(canBeChosen)?.id;
}

describe('groupsFor', () => {
  it.each([
    ['Cody', command('code.show', 'Show the code large')],
    ['Celler', command('proof.atDevice', 'Caller is at the device')],
    ['Clara', setting('Tema', 'claro oscuro')],
    ['Ana', setting('Leer de una ventana')],
    ['Luz', command('scanner.light', 'Luz', false)],
  ])('takes the person before what is only spelled like "%s"', (text, named) => {
    const isCommand = named.entry.kind === 'command';
    const all = { commands: isCommand ? [named] : [], settings: isCommand ? [] : [named] };
    expect(first(groupsFor(text, all, people))).toBe('person');
  });

  it('never guesses a command that records something', () => {
    const commands = [command('proof.atDevice', 'Caller is at the device')];
    expect(groupsFor('Celler', { commands, settings: [] }, [])).toEqual([]);
    expect(first(groupsFor('caller', { commands, settings: [] }, people))).toBe('proof.atDevice');
  });

  it('still finds what was meant when nothing else is found', () => {
    const settings = [setting('Backups')];
    expect(groupsFor('bakcup', { commands: [], settings }, [])).toMatchObject([{ name: 'similar' }]);
  });

  it('has no first choice where nothing can be done', () => {
    const groups = groupsFor('luz', { commands: [command('scanner.light', 'Luz', false)], settings: [] }, []);
    expect(groups).toMatchObject([{ name: 'elsewhere' }]);
    expect(first(groups)).toBeUndefined();
  });
});
