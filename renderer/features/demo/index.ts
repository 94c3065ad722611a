export { DemoBanner } from './DemoBanner.tsx';
export { DemoPart } from './DemoPart.tsx';
