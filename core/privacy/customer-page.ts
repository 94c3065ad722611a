import { customerFields } from '../records/customer-fields.ts';
import { deviceFields } from '../records/device-fields.ts';
import { namesOf, namesWhere } from '../records/field.ts';
import { siteFields } from '../records/site-fields.ts';
import { ownWords } from '../ticket/kept-text.ts';
import type { CustomerData } from './customer-data.ts';

type FieldName = keyof typeof customerFields;

/** The words of the page, with one for each field of a customer; in the language of who hands it out. */
export interface CustomerPageWords extends Readonly<Record<FieldName, string>> {
  readonly title: string;
  readonly made: string;
  readonly what: string;
  readonly places: string;
  readonly devices: string;
  readonly tickets: string;
  readonly ticket: string;
  readonly opened: string;
  readonly entries: string;
  readonly none: string;
}

const fieldNames = namesOf(customerFields);
const siteTexts = namesWhere(siteFields, 'isOwnWords', true);
const deviceTexts = namesWhere(deviceFields, 'isOwnWords', true);

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
  const parts = [
    `<h1>${escapeHtml(words.title)}</h1>`,
    `<p>${escapeHtml(words.made)} ${escapeHtml(formatTime(data.exportedAt))}. ${escapeHtml(words.what)}</p>`,
    `<table>${fieldNames.map((name) => row(words[name], [customer[name]].flat().join(', '))).join('')}</table>`,
    section(
      words.places,
      sites.map((site) =>
        siteTexts
          .map((name) => site[name])
          .filter(Boolean)
          .join(', '),
      ),
      words.none,
    ),
    section(
      words.devices,
      devices.map((device) =>
        deviceTexts
          .map((name) => device[name])
          .filter(Boolean)
          .join(', '),
      ),
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
