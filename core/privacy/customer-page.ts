import { ownWords } from '../ticket/kept-text.ts';
import type { CustomerData } from './customer-data.ts';

/** The words of the page; in the language of who hands it out. */
export interface CustomerPageWords {
  readonly title: string;
  readonly made: string;
  readonly what: string;
  readonly name: string;
  readonly phones: string;
  readonly emails: string;
  readonly language: string;
  readonly notes: string;
  readonly places: string;
  readonly devices: string;
  readonly tickets: string;
  readonly ticket: string;
  readonly opened: string;
  readonly entries: string;
  readonly none: string;
}

/**
 * What is kept of a customer as a page to be read: a file of its own, without scripts and without anything from outside.
 *
 * @param formatTime for epoch ms, in the page's language
 */
export function customerPage(
  data: CustomerData,
  words: CustomerPageWords,
  language: string,
  formatTime: (at: number) => string,
): string {
  const { customer, sites, devices, tickets } = data;
  const fields: readonly (readonly [string, string])[] = [
    [words.name, customer.name],
    [words.phones, customer.phones.join(', ')],
    [words.emails, customer.emails.join(', ')],
    [words.language, customer.language ?? ''],
    [words.notes, customer.notes],
  ];
  const parts = [
    `<h1>${escapeHtml(words.title)}</h1>`,
    `<p>${escapeHtml(words.made)} ${escapeHtml(formatTime(data.exportedAt))}. ${escapeHtml(words.what)}</p>`,
    `<table>${fields.map(([label, value]) => row(label, value)).join('')}</table>`,
    section(
      words.places,
      sites.map(({ name, address }) => [name, address].filter(Boolean).join(', ')),
      words.none,
    ),
    section(
      words.devices,
      devices.map(({ serial, model }) => [serial, model].filter(Boolean).join(', ')),
      words.none,
    ),
    `<h2>${escapeHtml(words.tickets)}</h2>`,
    ...tickets.map((ticket) => ticketPart(ticket, words, formatTime)),
  ];
  return `<!doctype html>
<html lang="${escapeHtml(language)}"><head><meta charset="utf-8"><title>${escapeHtml(words.title)}</title>
<style>body{font:16px/1.5 sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}
th{text-align:left;vertical-align:top;padding-right:1rem}td,li{white-space:pre-wrap}</style></head>
<body>
${parts.join('\n')}
</body></html>
`;
}

function ticketPart(
  { number, openedAt, history }: CustomerData['tickets'][number],
  words: CustomerPageWords,
  formatTime: (at: number) => string,
): string {
  const written = history.flatMap(({ at, agent, event }) => {
    const text = ownWords(event);
    return text === null ? [] : [`${formatTime(at)}, ${agent}: ${text}`];
  });
  const heading = `${words.ticket} ${number}, ${words.opened} ${formatTime(openedAt)}`;
  return `<h3>${escapeHtml(heading)}</h3>${list(written)}<p>${escapeHtml(words.entries)} ${history.length}</p>`;
}

function section(title: string, lines: readonly string[], none: string): string {
  return `<h2>${escapeHtml(title)}</h2>${lines.length === 0 ? `<p>${escapeHtml(none)}</p>` : list(lines)}`;
}

function list(lines: readonly string[]): string {
  return lines.length === 0 ? '' : `<ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`;
}

function row(label: string, value: string): string {
  return `<tr><th scope="row">${escapeHtml(label)}</th><td>${escapeHtml(value)}</td></tr>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
