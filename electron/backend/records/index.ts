export { mergeHandlers } from './merge-handlers.ts';
export { peopleHandlers } from './people-handlers.ts';
export { recordHandlers } from './record-handlers.ts';
