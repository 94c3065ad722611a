export { MessagePalette } from './MessagePalette.tsx';
export { TemplatesPage } from './TemplatesPage.tsx';
