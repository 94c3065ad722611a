export { MisfitQuestion } from './MisfitQuestion.tsx';
export { ScanNews } from './ScanNews.tsx';
export { ScannerProvider, useScanner } from './ScannerProvider.tsx';
