/**
 * Every colour that ResetDesk sets itself, by CSS variable. `contrast.test.ts` holds each text to 4.5:1 and each edge and
 * icon to 3:1 on every ground. A QR code uses none of them: it is always black on white.
 */
export type Tokens = {
  /** Surfaces that text stands on. */
  readonly grounds: Readonly<Record<string, string>>;
  /** Text, and icons that say something. */
  readonly texts: Readonly<Record<string, string>>;
  /** Edges that tell a control from its surroundings, and marks beside text. */
  readonly edges: Readonly<Record<string, string>>;
  /** Lines that only structure the page; nothing depends on seeing them. */
  readonly lines: Readonly<Record<string, string>>;
};

export const LIGHT: Tokens = {
  grounds: {
    '--mantine-color-body': '#f6f8f9',
    '--mantine-color-default': '#ffffff',
    '--mantine-color-default-hover': '#eef2f4',
    '--rd-surface': '#ffffff',
    '--rd-surface-sunken': '#eef2f4',
    '--rd-say': '#e6f4f1',
    '--rd-warning-ground': '#fff4dc',
    '--rd-danger-ground': '#fdecea',
  },
  texts: {
    '--mantine-color-text': '#12191c',
    '--mantine-color-default-color': '#12191c',
    '--mantine-color-dimmed': '#52616b',
    '--mantine-color-placeholder': '#5f6e77',
    '--mantine-color-error': '#a8201a',
    '--rd-success': '#1b7a3d',
    '--rd-warning': '#7a4b00',
    '--rd-danger': '#a8201a',
  },
  edges: {
    '--mantine-color-default-border': '#7b8a93',
    '--rd-border-strong': '#7b8a93',
    '--rd-say-edge': '#1d7a66',
  },
  lines: { '--rd-border': '#d5dde1' },
};

export const DARK: Tokens = {
  grounds: {
    '--mantine-color-body': '#12181b',
    '--mantine-color-default': '#1f282d',
    '--mantine-color-default-hover': '#273237',
    '--rd-surface': '#1a2226',
    '--rd-surface-sunken': '#151c1f',
    '--rd-say': '#15302b',
    '--rd-warning-ground': '#3a2c0d',
    '--rd-danger-ground': '#3d1a18',
  },
  texts: {
    '--mantine-color-text': '#d7dfe3',
    '--mantine-color-default-color': '#d7dfe3',
    '--mantine-color-dimmed': '#a3b1b9',
    '--mantine-color-placeholder': '#96a4ac',
    '--mantine-color-error': '#ff9d94',
    '--rd-success': '#6fd08c',
    '--rd-warning': '#f3cd7f',
    '--rd-danger': '#ff9d94',
  },
  edges: {
    '--mantine-color-default-border': '#7f8f98',
    '--rd-border-strong': '#7f8f98',
    '--rd-say-edge': '#58c2a8',
  },
  lines: { '--rd-border': '#2e3a40' },
};

/** Black on white, with edges that stand out: every text at 7:1 and more (WCAG 1.4.6). */
export const CONTRAST: Tokens = {
  grounds: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-default': '#ffffff',
    '--mantine-color-default-hover': '#e4ebee',
    '--rd-surface': '#ffffff',
    '--rd-surface-sunken': '#ffffff',
    '--rd-say': '#ffffff',
    '--rd-warning-ground': '#ffffff',
    '--rd-danger-ground': '#ffffff',
  },
  texts: {
    '--mantine-color-text': '#000000',
    '--mantine-color-default-color': '#000000',
    '--mantine-color-dimmed': '#1f2a30',
    '--mantine-color-placeholder': '#333f46',
    '--mantine-color-error': '#7d0f0a',
    '--rd-success': '#0b4d22',
    '--rd-warning': '#553400',
    '--rd-danger': '#7d0f0a',
  },
  edges: {
    '--mantine-color-default-border': '#000000',
    '--rd-border-strong': '#000000',
    '--rd-say-edge': '#000000',
  },
  lines: { '--rd-border': '#000000' },
};

/** A calm petrol, light to dark. */
export const PETROL = [
  '#e8f6f8',
  '#d3e9ed',
  '#a6d2da',
  '#76bac7',
  '#4fa6b6',
  '#3699ab',
  '#2691a5',
  '#11707f',
  '#0a6272',
  '#00505f',
] as const;

/** The library's greys for its dark theme, brought to the hue of ours: 0 is text, 4 borders, 6 fields, 7 the page. */
export const DARK_GREYS = [
  '#d7dfe3',
  '#b9c4ca',
  '#a3b1b9',
  '#96a4ac',
  '#3a474d',
  '#273237',
  '#1f282d',
  '#12181b',
  '#0e1315',
  '#0a0e10',
] as const;

/** The main colour as a ground, its shade when pointed at, and the text upon it. Also the colour of links and focus rings. */
export const PRIMARY = {
  light: { shade: 7, hoverShade: 8, onPrimary: '#ffffff' },
  dark: { shade: 3, hoverShade: 4, onPrimary: '#12181b' },
  contrast: { shade: 9, hoverShade: 9, onPrimary: '#ffffff' },
} as const;
