import { describe, expect, it } from 'vitest';
import { CONTRAST, DARK, LIGHT, PETROL, PRIMARY } from './tokens.ts';

/** WCAG 2.2: 1.4.3 for text, 1.4.11 for what tells a control apart. */
const TEXT = 4.5;
const EDGE = 3;
/** WCAG 1.4.6, for who asks for more. */
const ENHANCED = 7;

/** WCAG's relative luminance of an `#rrggbb` colour, 0 to 1. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function pairs(fronts: Readonly<Record<string, string>>, grounds: Readonly<Record<string, string>>) {
  return Object.entries(fronts).flatMap(([front, color]) =>
    Object.entries(grounds).map(([ground, groundColor]) => [front, ground, color, groundColor] as const),
  );
}

it('measures contrast as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#ffffff', '#777777')).toBeCloseTo(4.478, 3);
});

describe.each([
  ['light', LIGHT, PRIMARY.light],
  ['dark', DARK, PRIMARY.dark],
] as const)('%s theme', (_name, tokens, primary) => {
  const main = { primary: PETROL[primary.shade] };

  it.each(pairs({ ...tokens.texts, ...main }, tokens.grounds))(
    '%s can be read on %s',
    (_front, _ground, color, ground) => {
      expect(contrast(color, ground)).toBeGreaterThanOrEqual(TEXT);
    },
  );

  it.each(pairs(tokens.edges, tokens.grounds))('%s can be seen on %s', (_front, _ground, color, ground) => {
    expect(contrast(color, ground)).toBeGreaterThanOrEqual(EDGE);
  });

  it.each([
    ['at rest', primary.shade],
    ['pointed at', primary.hoverShade],
  ] as const)('the text of a filled button can be read %s', (_when, shade) => {
    expect(contrast(primary.onPrimary, PETROL[shade])).toBeGreaterThanOrEqual(TEXT);
  });
});

describe('high contrast', () => {
  const main = { primary: PETROL[PRIMARY.contrast.shade] };

  it.each(pairs({ ...CONTRAST.texts, ...CONTRAST.edges, ...main }, CONTRAST.grounds))(
    '%s stands out on %s',
    (_front, _ground, color, groundColor) => {
      expect(contrast(color, groundColor)).toBeGreaterThanOrEqual(ENHANCED);
    },
  );
});
