import { defineConfig } from 'playwright/test';

/** Stories that need a whole desktop: `npm run e2e -- --desktop x11|wayland`. */
// biome-ignore lint/style/noDefaultExport: Playwright reads the configuration from the default export.
export default defineConfig({
  testDir: `./desktop/${process.env['RESETDESK_DESKTOP'] ?? 'x11'}`,
  outputDir: '../test-results/desktop',
  // The desktop's programs are many, and focus belongs to one.
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env['CI']),
});
