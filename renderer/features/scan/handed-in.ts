import { isTextField } from '../../lib/text-field.ts';
import { foundText } from './found.ts';

/** What was pasted or dropped. */
export type HandedIn =
  | { readonly kind: 'files'; readonly files: readonly File[] }
  | { readonly kind: 'text'; readonly text: string }
  /** Only the address of a picture, which is never fetched: it would tell somebody that it was, and when. */
  | { readonly kind: 'address' }
  | { readonly kind: 'nothing' };

/** Of a `DataTransfer`. */
export interface Transfer {
  readonly files: Iterable<File>;
  readonly getData: (format: string) => string;
}

/** Reads what a paste or a drop carries; a program gives the same thing in several forms, of which the one that helps is taken. */
export function readTransfer(data: Transfer | null): HandedIn {
  if (data === null) return { kind: 'nothing' };
  const files = [...data.files];
  const page = new DOMParser().parseFromString(data.getData('text/html'), 'text/html');
  const text = data.getData('text/plain').trim() || textOf(page);
  // A spreadsheet's cell comes as a picture, too.
  if (files.length > 0) return isUsefulText(text) ? { kind: 'text', text } : { kind: 'files', files };
  const addresses = [...addressesIn(page), ...addressList(data.getData('text/uri-list'))];
  const pictures = addresses.flatMap(pictureWithin);
  if (pictures.length > 0) return { kind: 'files', files: pictures };
  const hasPicture = page.querySelector('img, picture, svg') !== null;
  if (hasPicture && !isUsefulText(text)) return { kind: 'address' };
  if (addresses.some((address) => /^(?:file|blob):/i.test(address))) return { kind: 'address' };
  const words = text || (addresses[0] ?? '');
  return words === '' ? { kind: 'nothing' } : { kind: 'text', text: words };
}

/** Whether a drop is for the scanner: what is dragged within the window or onto a field is not. */
export function isTextDrop(event: DragEvent, isOwnDrag: boolean): boolean {
  const types = event.dataTransfer?.types ?? [];
  const hasText = types.some(
    (type) => type === 'text/plain' || type === 'text/html' || type === 'text/uri-list',
  );
  return hasText && !isOwnDrag && !isTextField(event.target);
}

function isUsefulText(text: string): boolean {
  if (text === '') return false;
  const { kind } = foundText(text).reading;
  return (
    kind === 'dahuaReset' || kind === 'dahuaResetTruncated' || kind === 'deviceLabel' || kind === 'serial'
  );
}

function textOf(page: Document): string {
  for (const other of page.querySelectorAll('script, style')) other.remove();
  for (const line of page.querySelectorAll('br, p, div, tr, li')) line.append('\n');
  return page.body.textContent?.trim() ?? '';
}

function addressesIn(page: Document): readonly string[] {
  return [...page.querySelectorAll('img')].map((image) => image.getAttribute('src') ?? '');
}

/** Lines that begin with `#` are remarks. Source: RFC 2483, 5. */
function addressList(list: string): readonly string[] {
  return list.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
}

/** A picture that its address holds in itself (`data:image/png;base64,...`). */
function pictureWithin(address: string): readonly File[] {
  const [, type, content] = /^data:(image\/[a-z.+-]+);base64,([A-Za-z0-9+/=\s]+)$/i.exec(address) ?? [];
  if (type === undefined || content === undefined) return [];
  try {
    const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
    return [new File([bytes], '', { type })];
  } catch {
    return [];
  }
}
