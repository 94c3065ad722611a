export { UndoMessage } from './UndoMessage.tsx';
