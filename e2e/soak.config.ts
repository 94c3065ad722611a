import { defineConfig } from 'playwright/test';

/** The scanner opened and closed again for as long as one likes. */
// biome-ignore lint/style/noDefaultExport: Playwright reads the configuration from the default export.
export default defineConfig({
  testDir: './soak',
  testMatch: '*.spec.ts',
  outputDir: '../test-results/soak',
  // The run's own lines are the report.
  reporter: 'dot',
  workers: 1,
  timeout: 0,
  expect: { timeout: 15_000 },
});
