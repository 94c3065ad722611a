/** Of the freedesktop icon theme; a desktop takes the next larger one for a size that is missing. */
export const ICON_SIZES = [16, 24, 32, 48, 64, 128, 256, 512] as const;
