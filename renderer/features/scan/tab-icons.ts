import { IconCamera, IconClipboard, IconPhoto, IconScreenshot } from '@tabler/icons-react';

export const TAB_ICONS = {
  camera: IconCamera,
  screen: IconScreenshot,
  file: IconPhoto,
  paste: IconClipboard,
} as const;
