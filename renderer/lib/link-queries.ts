/**
 * Puts the query of a followed link where the router reads it. A link such as `#/?lane=open` has its query behind the hash; the
 * router's own way to go there puts it before, and reads it from nowhere else. Called before the page is drawn, so that the
 * router finds each address as it would have written it.
 */
export function followLinkQueries(): void {
  moveQuery();
  window.addEventListener('hashchange', moveQuery);
}

function moveQuery(): void {
  const [path, query] = window.location.hash.split('?');
  if (query === undefined) return;
  window.history.replaceState(window.history.state, '', `?${query}${path}`);
}
