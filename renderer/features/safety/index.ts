export { ProtectAnew } from './ProtectAnew.tsx';
export { RecordsPanel } from './RecordsPanel.tsx';
export { SafetyBanners } from './SafetyBanners.tsx';
