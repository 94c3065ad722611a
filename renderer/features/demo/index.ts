export { DemoPart } from './DemoPart.tsx';
