export { noteAgent } from './agent-name.ts';
export { deskHandlers } from './desk-handlers.ts';
export { readDeskSettings, settleCountry } from './desk-settings.ts';
export { viewHandlers } from './view-handlers.ts';
export { wordsHandlers } from './words-handlers.ts';
