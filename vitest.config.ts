import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  test: {
    testTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          include: ['{core,electron,renderer,assets}/**/*.test.ts'],
          environment: 'node',
        },
      },
      {
        // What is drawn, and what listens to keys and the focus.
        extends: true,
        test: {
          name: 'window',
          include: ['renderer/**/*.test.tsx'],
          environment: 'happy-dom',
          setupFiles: ['renderer/testing/window-setup.ts'],
        },
      },
    ],
  },
});
