import { fieldOfHeading } from '../../../core/transfer/import-headings.ts';
import type { Encoding } from '../../../core/transfer/import-table.ts';

/** Enough foreign letters to tell one encoding from another. */
const SAMPLE_BYTES = 20_000;

/** Below this no encoding makes sense of the letters, and the most frequent one is shown for the agent to change. */
const LEAST_SCORE = 0.3;

/** What a known heading is worth, beside letters of which each counts at most 1. */
const HEADING_SCORE = 0.5;

/**
 * The letters beyond ASCII that an encoding is used for, one alphabet a line where languages share it: a table is in one
 * language mostly. First come those that are likelier where the letters leave it open.
 */
const western = [
  'äöüß',
  'áéíñóúü¿¡ºª',
  'àâæçéèêëîïôœùûüÿ',
  'àèéìíîòóùú',
  'áâãàçéêíóôõúºª',
  'áéëïóöü',
  'åäöæøé',
].map(anyOf);
const alphabets: Readonly<Partial<Record<Encoding, readonly RegExp[]>>> = {
  'windows-1252': western,
  'windows-1250': ['ąćęłńóśźż', 'áčďéěíňóřšťúůýž', 'áäčďéíĺľňóôŕšťúýž', 'áéíóöőúüű', 'ăâîşţ', 'čćđšž'].map(
    anyOf,
  ),
  'windows-1254': ['çğıİöşüâîû'].map(anyOf),
  'windows-1251': [/[А-яЁёІіЇїЄєҐґ№]/u],
  'koi8-r': [/[А-яЁё]/u],
  'windows-1253': [/[Α-Ωα-ωΆΈΉΊΌΎΏάέήίόύώς]/u],
  shift_jis: [/[\p{Script=Han}\p{Script=Hiragana}ァ-ヺー々〇]/u],
  gb18030: [
    anyOf(
      '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姓名电话手机号码邮箱客户公司备注型序列地址明伟芳娜敏静丽强磊军洋勇艳杰娟涛超霞平刚桂英华建国',
    ),
  ],
  big5: [
    anyOf(
      '陳林黃張李王吳劉蔡楊許鄭謝郭洪邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾游彭詹胡施沈余趙盧梁顏柯孫魏翁戴范宋方鄧杜傅侯曹薛丁卓姓名電話手機號碼郵件客戶公司備註型序列地址志明俊傑家豪淑芬美玲雅婷',
    ),
  ],
  'euc-kr': [/[가-힣]/u],
  macintosh: western,
};

/** Characters of these scripts are at least possible there, although not the most usual ones. */
const possible: Readonly<Partial<Record<Encoding, RegExp>>> = {
  gb18030: /\p{Script=Han}/u,
  big5: /\p{Script=Han}/u,
  'euc-kr': /\p{Script=Han}/u,
};
const POSSIBLE_SCORE = 0.5;

/** A mark at the beginning, UTF-8 and UTF-16 are sure; of what came before them the likeliest, which the agent can change. */
export function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, 1000);
  const zeros = (parity: number) => start.filter((byte, index) => byte === 0 && index % 2 === parity).length;
  if (zeros(1) > start.length / 4) return 'utf-16le';
  if (zeros(0) > start.length / 4) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return likeliest(bytes);
  }
}

function likeliest(bytes: Uint8Array): Encoding {
  const sample = foreignLines(bytes);
  const scored = (Object.keys(alphabets) as Encoding[]).map((encoding) => ({
    encoding,
    score: scoreOf(new TextDecoder(encoding).decode(sample), encoding),
  }));
  const [best] = scored.toSorted((one, other) => other.score - one.score);
  return best === undefined || best.score < LEAST_SCORE ? 'windows-1252' : best.encoding;
}

/** Capitals within words, and Chinese or Korean signs in Latin ones, come of a wrong table of letters. */
const brokenWord =
  /\p{Ll}\p{Lu}|\p{Lu}(?=\P{ASCII})\p{Lu}\p{Ll}|\p{Script=Latin}[\p{Script=Han}\p{Script=Hangul}]\p{Script=Latin}/gu;

/** The headings and the lines with foreign letters. No encoding of the list has a line break within a character. */
function foreignLines(bytes: Uint8Array): Uint8Array {
  const kept: number[] = [];
  for (let from = 0; from < bytes.length && kept.length < SAMPLE_BYTES; ) {
    const next = bytes.indexOf(0x0a, from);
    const end = next < 0 ? bytes.length : next + 1;
    const line = bytes.subarray(from, Math.min(end, from + SAMPLE_BYTES));
    if (from === 0 || line.some((byte) => byte > 0x7f)) kept.push(...line);
    from = end;
  }
  return Uint8Array.from(kept);
}

/** About 1 where the foreign characters are letters of one language, below 0 where they are signs in the middle of words. */
function scoreOf(text: string, encoding: Encoding): number {
  const foreign = [...text].filter((character) => character > '\x7f');
  if (foreign.length === 0) return 0;
  const share = (test: RegExp) => foreign.filter((character) => test.test(character)).length / foreign.length;
  const usual = Math.max(...(alphabets[encoding] ?? []).map(share));
  const alsoPossible = possible[encoding] === undefined ? 0 : share(possible[encoding]) - usual;
  const wrong = share(/[^\p{L}\p{M}№ºª¿¡々〇ー（）・　]/u);
  const broken = (text.match(brokenWord) ?? []).filter((letters) => /\P{ASCII}/u.test(letters)).length;
  const headings = (text.split(/[\r\n]/, 1)[0] ?? '').split(/[,;\t|]/);
  const isKnown = headings.some((title) => /\P{ASCII}/u.test(title) && fieldOfHeading(title) !== null);
  return (
    usual +
    POSSIBLE_SCORE * Math.max(0, alsoPossible) -
    wrong -
    broken / foreign.length +
    (isKnown ? HEADING_SCORE : 0)
  );
}

/** One of some letters, large or small. */
function anyOf(letters: string): RegExp {
  return new RegExp(`[${letters}]`, 'iu');
}
