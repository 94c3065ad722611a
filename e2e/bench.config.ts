import { defineConfig } from 'playwright/test';

/** How long an agent waits, measured in the running program. */
// biome-ignore lint/style/noDefaultExport: Playwright reads the configuration from the default export.
export default defineConfig({
  testDir: './bench',
  testMatch: '*.spec.ts',
  outputDir: '../test-results/bench',
  // The run's own lines are the report.
  reporter: 'dot',
  workers: 1,
  timeout: 0,
  expect: { timeout: 15_000 },
});
