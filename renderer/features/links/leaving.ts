/** What is left when a link is followed: a ticket with what was typed there, another page, or a list that is as it was. */
export type Leaving = 'ticket' | 'page' | 'nothing';

const LISTS: ReadonlySet<string> = new Set(['/', '/customers', '/devices']);

/** @param location the path of the page that is open */
export function leavingOf(location: string): Leaving {
  if (LISTS.has(location)) return 'nothing';
  return location.startsWith('/ticket/') ? 'ticket' : 'page';
}
