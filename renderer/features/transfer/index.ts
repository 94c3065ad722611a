export { ExportPart } from './ExportPart.tsx';
export { ImportPart } from './ImportPart.tsx';
