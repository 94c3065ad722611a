export { recordCommand } from './done-commands.ts';
export { undoHandlers } from './undo-handlers.ts';
