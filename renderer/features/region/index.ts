export { RegionPage } from './RegionPage.tsx';
