export { UndoHost } from './UndoHost.tsx';
