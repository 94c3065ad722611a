import { describe, expect, it } from 'vitest';
import { fileNameFor, shownFileName, shownName } from './file-name.ts';

const bytes = (text: string) => new TextEncoder().encode(text).length;

describe('the name of a file as it is shown', () => {
  it.each([
    ['invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['\u2066a\u2069\u200fb\u061c.pdf', 'ab.pdf'],
    ['a\u0000\n\u2028b\t c.pdf', 'a b c.pdf'],
    ['  Rechnung   März.pdf ', 'Rechnung März.pdf'],
    ['Rechnung Ma\u0308rz.pdf', 'Rechnung März.pdf'],
    ['می\u200cخواهم.pdf', 'می\u200cخواهم.pdf'],
    ['👨\u200d👩\u200d👧.png', '👨\u200d👩\u200d👧.png'],
    ['half \ud83d.png', 'half \ufffd.png'],
  ])('%j is %j', (name, shown) => {
    expect(shownFileName(name)).toBe(shown);
  });

  it.each(['', ' ', '\u200b\u200b', '\u2060', '\u3164', '\u2800', '\u00ad', '\u0301', '\u200d', '\ufeff'])(
    '%j gets one that shows',
    (name) => {
      expect(shownFileName(name)).toBe('attachment');
      expect(shownFileName(`${name}.pdf`)).toBe('attachment.pdf');
    },
  );

  it('keeps its ending when it is too long', () => {
    expect(shownFileName(`${'字'.repeat(300)}.pdf`)).toBe(`${'字'.repeat(196)}.pdf`);
  });
});

describe('the name of a window, a printer or a computer', () => {
  it.each([
    ['Camera 1 \u202egnp.exe', 'Camera 1 gnp.exe'],
    [' a\u0007\nb ', 'a b'],
    ['\u200b\u2060', ''],
    ['Chrome – Überwachung', 'Chrome – Überwachung'],
  ])('%j is %j', (name, shown) => {
    expect(shownName(name)).toBe(shown);
  });
});

describe('the name of a file on any disk', () => {
  it.each([
    ['../../etc/pass:wd?.pdf', '_.._etc_pass_wd_.pdf'],
    ['...', 'attachment'],
    ['CON.pdf', '_CON.pdf'],
    ['nul', '_nul'],
    ['com1.tar.gz', '_com1.tar.gz'],
    ['Lpt².txt', '_Lpt².txt'],
    ['CONTRACT.pdf', 'CONTRACT.pdf'],
    ['console.txt', 'console.txt'],
    ['a. .pdf', 'a.pdf'],
    ['x.pdf\u202e', 'x.pdf'],
  ])('%j is %j', (name, file) => {
    expect(fileNameFor(name)).toBe(file);
  });

  it.each(['x', 'é', '字', '😀'])('has few enough bytes of %s', (letter) => {
    const name = fileNameFor(`${letter.repeat(300)}.jpg`);
    expect(name).toMatch(/[^\ufffd]\.jpg$/);
    expect(bytes(name)).toBeLessThanOrEqual(140);
    expect(name).not.toMatch(/\p{Cs}/u);
  });
});
