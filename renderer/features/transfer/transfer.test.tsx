import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { CallOutput } from '../../../core/contract/contract.ts';
import type { ImportPreview, ImportReport } from '../../../core/transfer/import-table.ts';
import type { TransferState } from '../../../core/transfer/transfer.ts';
import { bridge } from '../../testing/bridge.ts';
import { say, showAtDesk } from '../../testing/show-at-desk.tsx';
import { ExportPart } from './ExportPart.tsx';
import { ImportPart } from './ImportPart.tsx';
import { ImportSteps } from './ImportSteps.tsx';
import { RunningTransfer } from './RunningTransfer.tsx';

const IMPORT_ID = '0198c0de-0000-4000-8000-000000000001';
const AT = Date.UTC(2026, 4, 4, 10);

const preview: ImportPreview = {
  importId: IMPORT_ID,
  fileName: 'people.csv',
  encoding: 'utf-8',
  delimiter: ';',
  hasHeadings: true,
  headings: ['Name', ''],
  samples: [
    ['Ana', '1'],
    ['', '2'],
  ],
  rowCount: 2,
  shortRows: 0,
  mapping: ['name', null],
};

const report = (more: Partial<ImportReport> = {}): ImportReport => ({
  rows: 4,
  added: 1,
  changed: 1,
  same: 1,
  refused: 1,
  problems: [{ reason: 'badPhone', count: 3, examples: [{ row: 5, value: '12x' }] }],
  leftOut: [],
  ...more,
});

const button = (key: string, values = {}) => screen.getByRole('button', { name: say(key, values) });
const select = (label: string) => screen.getByLabelText<HTMLSelectElement>(label);
const idle: TransferState = { running: null, lastExport: null };

function steps(
  of: Partial<ImportPreview> = {},
  check: CallOutput<'import.check'> = { result: 'done', report: report() },
  run: CallOutput<'import.run'> = { result: 'done', report: report() },
  again: CallOutput<'import.readAgain'> = { result: 'refused', refusal: 'notText' },
) {
  const onClose = vi.fn();
  const { user } = showAtDesk(<ImportSteps preview={{ ...preview, ...of }} onClose={onClose} />, {
    'transfer.getState': idle,
    'import.check': check,
    'import.run': run,
    'import.readAgain': again,
    'import.saveProblems': { isSaved: true },
  });
  return { user, onClose };
}

describe('the columns of a table', () => {
  it('show what is in the first rows, blanks left out, and a column without a heading by its number', () => {
    steps();
    expect(
      screen.getByRole('rowheader', { name: say('transfer:import.unnamed', { number: 2 }) }),
    ).toBeDefined();
    expect(screen.getByRole('cell', { name: '1 · 2' })).toBeDefined();
    expect(screen.getByRole('cell', { name: 'Ana' })).toBeDefined();
  });

  it('a field that stands once goes from one column to the other', async () => {
    const { user } = steps();
    await user.selectOptions(select(say('transfer:import.takenForOf', { heading: '2' })), 'name');
    expect(select(say('transfer:import.takenForOf', { heading: 'Name' })).value).toBe('');
    await user.click(button('transfer:import.check'));
    expect(bridge.inputsOf('import.check')).toEqual([
      { importId: IMPORT_ID, mapping: [null, 'name'], takesShortRows: false },
    ]);
  });

  it('without one that says who it is nothing can be looked at', async () => {
    const { user } = steps();
    await user.selectOptions(select(say('transfer:import.takenForOf', { heading: 'Name' })), '');
    expect(screen.getByText(say('transfer:import.needs'))).toBeDefined();
    expect(button('transfer:import.check').hasAttribute('disabled')).toBe(true);
  });

  it('rows that are too short are taken by choice', async () => {
    const { user } = steps({ shortRows: 3 });
    await user.click(screen.getByRole('checkbox', { name: say('transfer:import.shortRows', { count: 3 }) }));
    await user.click(button('transfer:import.check'));
    expect(bridge.inputsOf('import.check')[0]?.takesShortRows).toBe(true);
  });

  it('where no row is too short there is no such choice', () => {
    steps();
    expect(screen.getAllByRole('checkbox')).toHaveLength(1);
  });
});

describe('reading the file in another way', () => {
  const cyrillic = { ...preview, encoding: 'windows-1251', mapping: [null, 'name'] } as const;
  const read = (of: Partial<ImportPreview> = {}): CallOutput<'import.readAgain'> => ({
    result: 'read',
    preview: { ...cyrillic, mapping: [...cyrillic.mapping], ...of },
  });
  const nameColumn = () => select(say('transfer:import.takenForOf', { heading: '2' })).value;

  it('asks with what was there and the one thing that changed', async () => {
    const { user } = steps({}, undefined, undefined, read());
    await user.selectOptions(select(say('transfer:import.encoding')), 'windows-1251');
    expect(bridge.inputsOf('import.readAgain')).toEqual([
      { importId: IMPORT_ID, reading: { encoding: 'windows-1251', delimiter: ';', hasHeadings: true } },
    ]);
    expect(nameColumn()).toBe('name');
  });

  it('keeps what the agent chose while the columns are the same', async () => {
    const { user } = steps({}, undefined, undefined, read());
    await user.selectOptions(select(say('transfer:import.takenForOf', { heading: '2' })), 'email');
    await user.selectOptions(select(say('transfer:import.delimiter')), ',');
    expect(nameColumn()).toBe('email');
  });

  it('takes what was found anew where the columns are others', async () => {
    const { user } = steps(
      {},
      undefined,
      undefined,
      read({ headings: ['A', '', 'C'], mapping: [null, 'phone', null] }),
    );
    await user.selectOptions(select(say('transfer:import.takenForOf', { heading: '2' })), 'email');
    await user.click(screen.getByRole('checkbox', { name: say('transfer:import.hasHeadings') }));
    expect(bridge.inputsOf('import.readAgain')[0]?.reading.hasHeadings).toBe(false);
    expect(nameColumn()).toBe('phone');
  });

  it('that does not work is told, and the table stays', async () => {
    const { user } = steps();
    await user.selectOptions(select(say('transfer:import.encoding')), 'utf-16le');
    expect(await screen.findByText(say('transfer:import.refusals.notText'))).toBeDefined();
    expect(select(say('transfer:import.encoding')).value).toBe('utf-8');
  });
});

describe('an import', () => {
  it('is foreseen, can be gone back from, and then happens with what was chosen', async () => {
    const { user, onClose } = steps();
    await user.click(button('transfer:import.check'));
    expect(await screen.findByText(say('transfer:import.foreseen'))).toBeDefined();
    await user.click(button('transfer:import.back'));
    await user.click(button('transfer:import.check'));
    await user.click(await screen.findByRole('button', { name: say('transfer:import.go', { count: 2 }) }));
    expect(bridge.inputsOf('import.run')).toEqual([
      { importId: IMPORT_ID, mapping: ['name', null], takesShortRows: false },
    ]);
    expect(await screen.findByText(say('transfer:import.done'))).toBeDefined();
    expect(screen.queryByRole('button', { name: say('transfer:import.back') })).toBeNull();
    await user.click(button('common:actions.close'));
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('that would take nothing can not be started', async () => {
    const { user } = steps({}, { result: 'done', report: report({ added: 0, changed: 0 }) });
    await user.click(button('transfer:import.check'));
    const go = await screen.findByRole('button', { name: say('transfer:import.go', { count: 0 }) });
    expect(go.hasAttribute('disabled')).toBe(true);
  });

  it('that was stopped says so and can be looked at again', async () => {
    const { user } = steps({}, { result: 'cancelled' });
    await user.click(button('transfer:import.check'));
    expect(await screen.findByText(say('transfer:import.stopped'))).toBeDefined();
    expect(button('transfer:import.check')).toBeDefined();
  });

  it('names what was refused with examples, how many more there are, and saves them', async () => {
    const { user } = steps();
    await user.click(button('transfer:import.check'));
    await screen.findByRole('table', { name: say('transfer:import.problemTable') });
    expect(screen.getByText(say('transfer:import.example', { row: 5, value: '12x' }))).toBeDefined();
    expect(screen.getByText(new RegExp(say('transfer:import.moreProblems', { count: 2 })))).toBeDefined();
    await user.click(button('transfer:import.saveProblems'));
    expect(bridge.inputsOf('import.saveProblems')[0]?.words.reasons.badPhone).toBe(
      say('transfer:import.problems.badPhone'),
    );
    expect(await screen.findByText(say('transfer:import.savedProblems'))).toBeDefined();
  });

  it('without refused rows has nothing to save, and tells the languages that were left out', async () => {
    const leftOut = [{ value: 'Deutsch', count: 1 }];
    const { user } = steps({}, { result: 'done', report: report({ refused: 0, problems: [], leftOut }) });
    await user.click(button('transfer:import.check'));
    expect(await screen.findByText(/Deutsch/)).toBeDefined();
    expect(screen.queryByRole('button', { name: say('transfer:import.saveProblems') })).toBeNull();
  });
});

describe('a file that is chosen', () => {
  it('and refused says why', async () => {
    const { user } = showAtDesk(<ImportPart />, {
      'transfer.getState': idle,
      'import.choose': { chosen: { result: 'refused', refusal: 'tooLarge' } },
    });
    await user.click(button('transfer:import.choose'));
    expect(await screen.findByText(say('transfer:import.refusals.tooLarge'))).toBeDefined();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('and put away is forgotten, and nothing that runs is stopped', async () => {
    const { user } = showAtDesk(<ImportPart />, {
      'transfer.getState': idle,
      'import.choose': { chosen: { result: 'read', preview } },
      'import.putAway': {},
      'transfer.cancel': {},
    });
    await user.click(button('transfer:import.choose'));
    await screen.findByRole('dialog');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(bridge.inputsOf('import.putAway')).toHaveLength(1);
    expect(bridge.inputsOf('transfer.cancel')).toEqual([]);
  });
});

describe('an export', () => {
  const show = (state: TransferState) =>
    showAtDesk(<ExportPart />, { 'transfer.getState': state, 'export.save': { isStarted: true } });
  const ended = (more: Partial<NonNullable<TransferState['lastExport']>>): TransferState => ({
    running: null,
    lastExport: {
      what: 'tickets',
      result: 'done',
      reason: null,
      rows: 3,
      fileName: 't.csv',
      at: AT,
      ...more,
    },
  });

  it('says before what is in the file', async () => {
    const { user } = show(idle);
    await user.selectOptions(select(say('transfer:export.choice')), 'everything');
    expect(screen.getByText(say('transfer:export.holds.everything'))).toBeDefined();
    await user.click(button('transfer:export.go'));
    expect(bridge.inputsOf('export.save')).toEqual([{ what: 'everything' }]);
  });

  it('that was made names the file', async () => {
    show(ended({}));
    expect(await screen.findByText(/t\.csv/)).toBeDefined();
  });

  it('that failed says why, also where the reason is not known', async () => {
    show(ended({ result: 'failed', reason: null }));
    expect(await screen.findByText(say('transfer:export.failures.unknown'))).toBeDefined();
  });

  it('that was stopped left nothing', async () => {
    show(ended({ result: 'cancelled' }));
    const cancelled = say('transfer:export.cancelled', { when: '' }).trim().slice(0, 12);
    expect(await screen.findByText(new RegExp(cancelled))).toBeDefined();
  });

  it('that runs is shown instead of the last one, and no second is begun', async () => {
    show({ ...ended({}), running: { task: 'tickets', done: 1, total: 2 } });
    expect(await screen.findByText(say('transfer:progress', { done: '1', total: '2' }))).toBeDefined();
    expect(screen.queryByText(/t\.csv/)).toBeNull();
    expect(button('transfer:export.go').hasAttribute('disabled')).toBe(true);
  });

  it('an import that runs is not shown here, but waited for', async () => {
    show({ ...ended({}), running: { task: 'import', done: 1, total: 2 } });
    expect(await screen.findByText(/t\.csv/)).toBeDefined();
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(button('transfer:export.go').hasAttribute('disabled')).toBe(true);
  });
});

describe('how far it is', () => {
  it.each([
    [1, 4, '25'],
    [0, 0, '0'],
    [2, 3, '67'],
  ])('%d of %d is %s percent', (done, total, percent) => {
    showAtDesk(<RunningTransfer running={{ task: 'tickets', done, total }} />);
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe(percent);
  });
});
