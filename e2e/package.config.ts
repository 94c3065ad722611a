import { defineConfig } from 'playwright/test';

/**
 * What is played on the package in every run: the demo, the self-test, and the stories that depend on how it is laid out, on
 * other processes and on the system. `npm run e2e -- --package` plays all.
 */
export default defineConfig({
  testDir: '.',
  testMatch: [
    'demo/demo.spec.ts',
    'specs/language.spec.ts',
    'specs/no-packet.spec.ts',
    'specs/refused-start.spec.ts',
    'specs/screen.spec.ts',
    'specs/self-test.spec.ts',
    'specs/shortest-way.spec.ts',
  ],
  outputDir: '../test-results/package',
  workers: 2,
  fullyParallel: true,
  timeout: 300_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env['CI']),
});
