export { CustomerData } from './CustomerData.tsx';
export { DeskLog } from './DeskLog.tsx';
