export { privacyHandlers } from './privacy-handlers.ts';
export { runRetention } from './retention.ts';
