import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  mergeThemeOverrides,
  type VariantColorsResolver,
} from '@mantine/core';
import { CONTRAST, DARK, DARK_GREYS, LIGHT, PETROL, PRIMARY, type Tokens } from './tokens.ts';

const onPrimary = 'var(--mantine-primary-color-contrast)';

/** The library picks the text on filled buttons by the light theme's shade; ours differs per theme, so a variable says it. */
const resolveVariant: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  const isPrimary = input.color === undefined || input.color === input.theme.primaryColor;
  return input.variant === 'filled' && isPrimary ? { ...colors, color: onPrimary } : colors;
};

/**
 * What opens over the page. It stands at once: a key that follows the one that has opened it must not meet the page. Escape is its
 * shortcut layer's: closing before the key has passed would let the page hear the same key.
 */
const overThePage = { defaultProps: { transitionProps: { duration: 0 }, closeOnEscape: false } };

export const theme = createTheme({
  colors: { petrol: [...PETROL], dark: [...DARK_GREYS] },
  primaryColor: 'petrol',
  primaryShade: { light: PRIMARY.light.shade, dark: PRIMARY.dark.shade },
  variantColorResolver: resolveVariant,
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "'JetBrains Mono Variable', ui-monospace, monospace",
  headings: { fontFamily: "'Inter Variable', system-ui, sans-serif", fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Checkbox: { defaultProps: { iconColor: onPrimary } },
    Radio: { defaultProps: { iconColor: onPrimary } },
    Modal: overThePage,
    ModalRoot: overThePage,
    Menu: overThePage,
    Popover: overThePage,
  },
});

function flatten({ grounds, texts, edges, lines }: Tokens): Record<string, string> {
  return { ...grounds, ...texts, ...edges, ...lines };
}

/** Surfaces and roles, also those that Mantine has no name for (`--rd-*`). */
export const toCssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...flatten(LIGHT), '--mantine-primary-color-contrast': PRIMARY.light.onPrimary },
  dark: {
    ...flatten(DARK),
    '--mantine-color-anchor': 'var(--mantine-primary-color-filled)',
    '--mantine-primary-color-contrast': PRIMARY.dark.onPrimary,
  },
});

export const contrastTheme = mergeThemeOverrides(
  theme,
  createTheme({ primaryShade: PRIMARY.contrast.shade }),
);

/** The same with every text and edge as strong as can be. */
export const toContrastVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...flatten(CONTRAST),
    '--mantine-primary-color-contrast': PRIMARY.contrast.onPrimary,
    // What is chosen stands on the colour that is pointed at, in black.
    '--mantine-color-petrol-light': 'var(--mantine-color-default-hover)',
    '--mantine-color-petrol-light-hover': 'var(--mantine-color-default-hover)',
    '--mantine-color-petrol-light-color': 'var(--mantine-color-text)',
  },
  dark: {},
});
