import { expect, it } from 'vitest';
import { firstDaySteps } from './first-day.ts';

const shop = { name: '', phone: '', address: '' };

it('asks on the first day for what is not there yet, and for nothing that is', () => {
  const steps = firstDaySteps(
    { protection: 'unprotected', recoveryKeyMadeAt: 1 },
    { shop: { ...shop, name: 'Reset & Co' }, country: null },
    { cameraLabel: null },
  );
  expect(steps.filter(({ isDone }) => !isDone).map(({ name }) => name)).toEqual([
    'protection',
    'country',
    'camera',
  ]);
});

it('has nothing left once all is done', () => {
  const steps = firstDaySteps(
    { protection: 'passphrase', recoveryKeyMadeAt: 1 },
    { shop: { ...shop, name: 'Reset & Co' }, country: 'ES' },
    { cameraLabel: 'Counter' },
  );
  expect(steps.every(({ isDone }) => isDone)).toBe(true);
});
