import { defineConfig } from 'playwright/test';

/** Agents' stories. Each worker has its own virtual display, so that a screen capture sees only its own story. */
export default defineConfig({
  testDir: './specs',
  outputDir: '../test-results',
  workers: 2,
  fullyParallel: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env['CI']),
});
