export { ScannerProvider, useScanner } from './ScannerProvider.tsx';
