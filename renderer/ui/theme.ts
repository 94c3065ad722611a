import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** A calm petrol; shade 7 on white and shade 3 on the dark ground both pass WCAG AA for text. */
const petrol: MantineColorsTuple = [
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
];

export const theme = createTheme({
  colors: { petrol },
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "'JetBrains Mono Variable', ui-monospace, monospace",
  headings: { fontFamily: "'Inter Variable', system-ui, sans-serif", fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
});

/** Surfaces and roles that Mantine has no name for. */
export const toCssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#f6f8f9',
    '--mantine-color-dimmed': '#52616b',
    '--rd-surface': '#ffffff',
    '--rd-surface-sunken': '#eef2f4',
    '--rd-border': '#d5dde1',
    '--rd-border-strong': '#7b8a93',
    '--rd-say': '#e6f4f1',
    '--rd-say-edge': '#1d7a66',
    '--rd-success': '#1b7a3d',
    '--rd-warning-ground': '#fff4dc',
    '--rd-warning': '#7a4b00',
    '--rd-danger-ground': '#fdecea',
    '--rd-danger': '#a8201a',
  },
  dark: {
    '--mantine-color-body': '#12181b',
    '--mantine-color-dimmed': '#a3b1b9',
    '--rd-surface': '#1a2226',
    '--rd-surface-sunken': '#151c1f',
    '--rd-border': '#2e3a40',
    '--rd-border-strong': '#7f8f98',
    '--rd-say': '#15302b',
    '--rd-say-edge': '#58c2a8',
    '--rd-success': '#6fd08c',
    '--rd-warning-ground': '#3a2c0d',
    '--rd-warning': '#f3cd7f',
    '--rd-danger-ground': '#3d1a18',
    '--rd-danger': '#ff9d94',
  },
});
