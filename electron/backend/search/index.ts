export { searchHandlers } from './search-handlers.ts';
export { readSearchTerms } from './search-terms.ts';
