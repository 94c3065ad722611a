export { keyCaps } from './accelerator.ts';
export { SettingsPage } from './SettingsPage.tsx';
