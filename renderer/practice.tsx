import { mountPage } from './app/mount-page.tsx';
import { PracticePage } from './features/practice/index.ts';

void mountPage(<PracticePage />);
