import { describe, expect, it } from 'vitest';
import { splitRows } from './split-rows.ts';

/** Each row as its cells, a broken one with a mark. */
const split = (text: string, delimiter = ',') =>
  splitRows(text, delimiter).map(({ cells, isBroken }) => [...(isBroken ? ['broken'] : []), ...cells]);

describe('splitRows', () => {
  it.each([
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\rc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"a,b",c', [['a,b', 'c']]],
    ['"say ""hi""",c', [['say "hi"', 'c']]],
    [
      'a,"two\nlines"\nb,c',
      [
        ['a', 'two\nlines'],
        ['b', 'c'],
      ],
    ],
    ['a, "b" ,c', [['a', ' "b" ', 'c']]],
    ['a,"b"  ,c', [['a', 'b', 'c']]],
    ['5" pipe,x', [['5" pipe', 'x']]],
    ['="0171",x', [['="0171"', 'x']]],
    [
      'a,\n,b',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['', []],
  ])('reads %j by the rules', (text, rows) => {
    expect(split(text)).toEqual(rows);
  });

  it('takes marks within a text for a part of it', () => {
    expect(split('n,p,x\n"The Corner" Shop,030 99,x\nAnna,1,y')).toEqual([
      ['n', 'p', 'x'],
      ['"The Corner" Shop', '030 99', 'x'],
      ['Anna', '1', 'y'],
    ]);
  });

  it('gives up one line where a mark is not closed, and reads the next', () => {
    expect(split('n,p\n"Bo,1\nAnna,2\nCid,"3\nDan,"4"')).toEqual([
      ['n', 'p'],
      ['broken', '"Bo', '1'],
      ['Anna', '2'],
      ['broken', 'Cid', '"3'],
      ['Dan', '4'],
    ]);
  });

  it('gives up every line that a quoted cell would take in, and adds none of them', () => {
    const lines = ['Bo,"open,1', 'Anna,2,3', 'Cid,4,5', 'Dan,x",6'];
    expect(split(`n,p,q\n${lines.join('\n')}\nEva,7,8`)).toEqual([
      ['n', 'p', 'q'],
      ...lines.map((line) => ['broken', ...line.split(',')]),
      ['Eva', '7', '8'],
    ]);
  });

  it('leaves empty rows out and keeps the numbers that a spreadsheet program shows', () => {
    expect(
      splitRows('n,p\n\nAnna,"two\nlines"\nBo,1', ',').map(({ number, cells }) => [number, cells[0]]),
    ).toEqual([
      [1, 'n'],
      [3, 'Anna'],
      [4, 'Bo'],
    ]);
  });
});
