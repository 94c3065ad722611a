import { defineConfig } from 'playwright/test';

/** The guided demo: one story from the first start to the closed ticket, told with pictures. */
// biome-ignore lint/style/noDefaultExport: Playwright reads the configuration from the default export.
export default defineConfig({
  testDir: './demo',
  outputDir: '../test-results/demo',
  // The story's own lines are the report; a failure is told at the end.
  reporter: 'dot',
  workers: 1,
  timeout: 300_000,
  expect: { timeout: 15_000 },
});
