import { createInstance, type TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import english from '../../../../assets/locales/en/queue.json' with { type: 'json' };
import spanish from '../../../../assets/locales/es/queue.json' with { type: 'json' };
import type { ActKind } from '../../../../core/queue/next-act.ts';
import { momentWords } from './moment-words.ts';

const today = (hour: number) => new Date(2026, 10, 23, hour, 30).getTime();
const tomorrow = new Date(2026, 10, 24, 10, 30).getTime();
const now = today(0);

async function wordsIn(language: 'en' | 'es'): Promise<(kind: ActKind, at: number) => string> {
  const texts = createInstance();
  const queue = language === 'en' ? english : spanish;
  await texts.init({ lng: language, resources: { [language]: { queue } }, initAsync: false });
  const t: TFunction<'queue'> = texts.getFixedT(language, 'queue');
  return (kind, at) => momentWords(kind, at, now, t, language);
}

describe('momentWords', () => {
  it('tells when to come back, until when a device refuses, and by when a word is due', async () => {
    const words = await wordsIn('en');
    expect(words('comeBackAt', today(10))).toBe('at 10:30');
    expect(words('locked', today(1))).toBe('until 01:30');
    expect(words('refuses', today(10))).toBe('until 10:30');
    for (const kind of ['mailExpected', 'replyExpected', 'callBack'] as const)
      expect(words(kind, today(10))).toBe('by 10:30');
    expect(words('comeBackAt', tomorrow)).toMatch(/^on .*24.*10:30$/);
    expect(words('callBack', tomorrow)).toMatch(/^by .*24.*10:30$/);
  });

  it('has the article of the hour in Spanish, and that of the day for another day', async () => {
    const words = await wordsIn('es');
    expect(words('comeBackAt', today(10))).toBe('a las 10:30');
    expect(words('comeBackAt', today(1))).toBe('a la 01:30');
    expect(words('comeBackAt', today(13))).toBe('a las 13:30');
    expect(words('locked', today(10))).toBe('hasta las 10:30');
    expect(words('refuses', today(1))).toBe('hasta la 01:30');
    expect(words('callBack', today(10))).toBe('antes de las 10:30');
    expect(words('comeBackAt', tomorrow)).toMatch(/^el 24 nov,? 10:30$/);
    expect(words('locked', tomorrow)).toMatch(/^hasta el 24 nov,? 10:30$/);
    expect(words('callBack', tomorrow)).toMatch(/^antes del 24 nov,? 10:30$/);
  });
});
