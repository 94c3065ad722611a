import { mountPage } from './app/mount-page.tsx';
import { RegionPage } from './features/region/index.ts';

void mountPage(<RegionPage />);
