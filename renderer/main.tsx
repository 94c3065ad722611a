import { App } from './app/App.tsx';
import { mountPage } from './app/mount-page.tsx';

void mountPage(<App />);
