export { RestoreDialog } from './RestoreDialog.tsx';
export { useBackupWords } from './use-backup-words.ts';
