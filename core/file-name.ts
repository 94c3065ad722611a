/** Of a name that is kept; longer than any that a person reads. */
const MAX_SHOWN = 200;
/** Of a file: 255 is common, less where the disk encrypts names; some are left for a number that a program adds. */
const MAX_BYTES = 130;
const MAX_CHARACTERS = 100;

/** Turn the reading direction, hide, or only steer how others are drawn; the two that join letters are part of words. */
const STEERING = /(?![\u200c\u200d])\p{Cf}/gu;
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}]/gu;
/** Letters and marks that are drawn as nothing, or as a blank. */
const BLANKS = /[\p{C}\p{Z}\p{M}\u115f\u1160\u2800\u3164\uffa0]/gu;
const ENDING = /\.[A-Za-z0-9]{1,8}$/;
/** Devices to Windows, whatever ending follows. Source: Microsoft, "Naming Files, Paths, and Namespaces". */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;

/** What somebody else named (a window, a printer, a computer), as it is shown: one line, read in one direction. May be empty. */
export function shownName(name: string): string {
  const plain = name
    .replace(/\p{Cs}/gu, '\ufffd')
    .normalize('NFC')
    .replace(STEERING, '')
    .replace(BREAKS, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return plain.replace(BLANKS, '') === '' ? '' : plain;
}

/**
 * A file's name as it is shown and kept: what is read is what is there, and there is something to read.
 *
 * @param instead for one without any letter that shows
 */
export function shownFileName(name: string, instead = 'attachment'): string {
  const { base, ending } = apart(shownName(name));
  const shown = shownName(base) === '' ? instead : base;
  return [...shown].slice(0, MAX_SHOWN - ending.length).join('') + ending;
}

/** A name that every file system takes: no path, no signs or words of theirs, not too long, with its ending. */
export function fileNameFor(name: string): string {
  const plain = shownFileName(name)
    .replace(/[<>:"/\\|?*]/g, '_')
    .replace(/^[. ]+|[. ]+$/g, '')
    .replace(RESERVED, '_$&');
  const { base, ending } = apart(plain);
  return `${cut(base).replace(/[. ]+$/, '') || 'attachment'}${ending}`;
}

function apart(name: string): { readonly base: string; readonly ending: string } {
  const ending = ENDING.exec(name)?.[0] ?? '';
  return { base: name.slice(0, name.length - ending.length), ending };
}

function cut(text: string): string {
  let bytes = 0;
  const kept = [...text].slice(0, MAX_CHARACTERS).filter((character) => {
    bytes += bytesOf(character);
    return bytes <= MAX_BYTES;
  });
  return kept.join('');
}

/** In UTF-8. */
function bytesOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
