import { fileURLToPath } from 'node:url';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { gridToPicture } from '../../../core/qr/redraw.ts';
import { encodeQr } from '../../../core/testkit/draw-qr.ts';
import { resetPayload } from '../../../core/testkit/payloads.ts';
import type { Random } from '../../../core/testkit/random.ts';
import type { Scene } from '../../../core/testkit/scenes.ts';
import type { Generation } from '../../../core/values.ts';

/** What a drawn page says; null where it says nothing of it. */
export interface PageFacts {
  readonly serial: string;
  readonly mailbox: string | null;
  readonly address: string | null;
  /** `2026-11-30 14:05:09` */
  readonly date: string | null;
  readonly generation: Generation | null;
  readonly hasQuestions: boolean;
  readonly model: string;
}

export interface DrawnPage {
  readonly scene: Scene;
  readonly facts: PageFacts;
}

/** A grotesque, a mono-spaced and a Helvetica-like face; all of them come with packages that are here anyway. */
export const FONTS = {
  Inter: '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  'JetBrains Mono': '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2',
  'Liberation Sans': 'pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf',
} as const;
export type FontName = keyof typeof FONTS;

const NAMES = Object.keys(FONTS) as FontName[];

/** Made once; a font that can not be had would be replaced without a word. */
function pickFont(random: Random): FontName {
  for (const name of NAMES) {
    if (GlobalFonts.has(`Page ${name}`)) continue;
    const folder = fileURLToPath(new URL('../../../node_modules/', import.meta.url));
    if (GlobalFonts.registerFromPath(`${folder}${FONTS[name]}`, `Page ${name}`) === null)
      throw new Error(`The font ${name} is not there.`);
  }
  return random.pick(['Inter', 'JetBrains Mono', 'Liberation Sans']);
}

const SERIAL_LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const MODELS = ['NVR4108-4KS2', 'DHI-NVR5216', 'XVR5116HS-I3', 'IPC-HFW2431T', 'VTO4202F'] as const;
/** Addresses of the vendor's texts. Source: domain note 2. */
export const KNOWN_ADDRESSES = ['support_rpwd@global.dahuatech.com', 'support_gpwd@htmicrochip.com'] as const;
const ADDRESSES = [...KNOWN_ADDRESSES, 'reset@desk.example'] as const;

/** A reset page as recorders and cameras draw it: a code and words beside or below it, dark or light. */
export function resetPage(random: Random): DrawnPage {
  const isNew = random.next() < 0.5;
  const facts: PageFacts = {
    serial: makeSerial(random),
    mailbox: makeMailbox(random),
    address: random.pick(ADDRESSES),
    date: makeDate(random),
    generation: isNew ? '2022plus' : 'older',
    hasQuestions: random.next() < 0.5,
    model: random.pick(MODELS),
  };
  const dark = random.next() < 0.5;
  const colours = dark ? { paper: '#23272e', ink: '#e6e8eb' } : { paper: '#f4f5f7', ink: '#23272e' };
  const lines = [
    `${isNew ? 'Reset Mode' : 'Reset Type'}   QR Code`,
    ...(facts.hasQuestions ? ['Security Questions'] : []),
    `Device Type: ${facts.model}`,
    `SN: ${facts.serial}`,
    `Please scan the QR code, or send its text to`,
    `${facts.address}`,
    'The security code will be sent to',
    `${facts.mailbox}`,
    `${facts.date}`,
    'Security code',
  ];
  const layout = random.next() < 0.5 ? 'beside' : 'below';
  return { scene: draw(random, { text: resetPayload(random), lines, colours, layout }), facts };
}

/** A device's label: its code is small, and so is the print. */
export function labelPage(random: Random): DrawnPage {
  const facts: PageFacts = {
    serial: makeSerial(random),
    mailbox: null,
    address: null,
    date: null,
    generation: null,
    hasQuestions: false,
    model: random.pick(MODELS),
  };
  const lines = ['Network Video Recorder', `Model: ${facts.model}`, `S/N: ${facts.serial}`, 'DC 12V 2A'];
  const text = `{SN:${facts.serial},DT:${facts.model},NC:11}`;
  const colours = { paper: '#f6f6f2', ink: '#202020' };
  return { scene: draw(random, { text, lines, colours, layout: 'beside' }), facts };
}

interface Sheet {
  readonly text: string;
  readonly lines: readonly string[];
  readonly colours: { readonly paper: string; readonly ink: string };
  readonly layout: 'beside' | 'below';
}

const PIXELS_PER_MODULE = 4;

function draw(random: Random, { text, lines, colours, layout }: Sheet): Scene {
  const code = gridToPicture(encodeQr(text, { ecLevel: random.pick(['L', 'M']) }), PIXELS_PER_MODULE);
  const letter = random.integer(16, 20);
  const canvas = createCanvas(1280, 720);
  const context = canvas.getContext('2d');
  context.fillStyle = colours.paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  const at = { x: random.integer(60, 160), y: layout === 'beside' ? random.integer(80, 160) : 50 };
  const pixels = context.createImageData(code.width, code.height);
  pixels.data.set(code.data);
  context.putImageData(pixels, at.x, at.y);
  context.fillStyle = colours.ink;
  context.font = `${letter}px "Page ${pickFont(random)}"`;
  const start =
    layout === 'beside'
      ? { x: at.x + code.width + 30, y: at.y + letter }
      : { x: at.x, y: at.y + code.height + 30 };
  write(context, lines, start, letter * (layout === 'beside' ? 1.7 : 1.4));
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  const centre = { x: at.x + code.width / 2, y: at.y + code.height / 2 };
  return { picture: { data, width, height }, texts: [text], centre, pixelsPerModule: PIXELS_PER_MODULE };
}

function write(
  context: SKRSContext2D,
  lines: readonly string[],
  { x, y }: { readonly x: number; readonly y: number },
  lineHeight: number,
): void {
  for (const [index, line] of lines.entries()) context.fillText(line, x, y + index * lineHeight);
}

function makeSerial(random: Random): string {
  return Array.from({ length: 15 }, () => SERIAL_LETTERS[random.integer(0, 35)]).join('');
}

function makeMailbox(random: Random): string {
  const letters = 'abcdefghijklmnoprstuvwyz';
  const letter = () => letters[random.integer(0, letters.length - 1)] ?? 'a';
  const stars = '*'.repeat(random.integer(3, 5));
  const host = random.pick(['gmail.com', 'outlook.com', 'company.example']);
  return random.pick([`${letter()}${stars}@${host}`, `${letter()}${stars}${letter()}@${host}`]);
}

function makeDate(random: Random): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [random.integer(2018, 2027), two(random.integer(1, 12)), two(random.integer(1, 28))].join('-');
  const time = [random.integer(0, 23), random.integer(0, 59), random.integer(0, 59)].map(two).join(':');
  return `${day} ${time}`;
}
