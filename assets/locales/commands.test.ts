import { expect, it } from 'vitest';
import { commandIds } from '../../core/commands/commands.ts';
import english from './en/commands.json' with { type: 'json' };
import spanish from './es/commands.json' with { type: 'json' };

function namesIn(words: object): string[] {
  return Object.entries(words).flatMap(([group, members]) =>
    Object.keys(members).map((name) => `${group}.${name}`),
  );
}

it('has words for every command of the register, and for no other', () => {
  expect(namesIn(english.words).sort()).toEqual([...commandIds].sort());
  expect(namesIn(spanish.words).sort()).toEqual([...commandIds].sort());
});
