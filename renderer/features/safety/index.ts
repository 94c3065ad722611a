export { Dialog } from './Dialog.tsx';
export { Part } from './Part.tsx';
export { ProtectAnew } from './ProtectAnew.tsx';
export { RecordsPanel } from './RecordsPanel.tsx';
export { SafetyBanners } from './SafetyBanners.tsx';
export { Status } from './Status.tsx';
