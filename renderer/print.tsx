import { mountPage } from './app/mount-page.tsx';
import { PrintPage } from './features/print/PrintPage.tsx';
// For this page alone: the console has another ground.
import './print.css';

void mountPage(<PrintPage />);
