import { App } from './app/App.tsx';
import { mountPage } from './app/mount-page.tsx';
import { followLinkQueries } from './lib/link-queries.ts';

followLinkQueries();
void mountPage(<App />);
