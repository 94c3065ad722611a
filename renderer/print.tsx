import { mountPage } from './app/mount-page.tsx';
import { PrintPage } from './features/print/index.ts';

mountPage(<PrintPage />);
