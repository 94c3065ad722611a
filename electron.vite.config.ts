import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { notesBundledPackages } from './electron/packaging/bundled-packages.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** What ships names its parts; `npm run package` reads these notes. */
const notesPackages = (build: string) => notesBundledPackages(path('out/bundled-packages'), build);
const notesWorkerPackages = notesPackages('workers');

/**
 * Three programs: main with the backend beside it (same output folder), the preload script, the windows.
 * Packages with a native part stay outside the bundle; everything else is bundled, so the shipped app is small.
 */
export default defineConfig({
  main: {
    plugins: [notesPackages('main')],
    build: {
      outDir: 'out/main',
      target: 'node20',
      externalizeDeps: false,
      rollupOptions: {
        external: ['better-sqlite3-multiple-ciphers'],
        input: {
          index: path('electron/main/index.ts'),
          backend: path('electron/backend/index.ts'),
          probe: path('electron/backend/probe.ts'),
        },
      },
    },
  },
  preload: {
    plugins: [notesPackages('preload')],
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      isolatedEntries: true,
      rollupOptions: {
        input: { index: path('electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), notesPackages('windows')],
    worker: { format: 'es', plugins: () => [notesWorkerPackages] },
    build: {
      outDir: 'out/renderer',
      target: 'chrome130',
      // The content security policy has no data: for scripts or wasm; every asset is a file.
      assetsInlineLimit: 0,
      rollupOptions: {
        input: {
          index: path('renderer/index.html'),
          practice: path('renderer/practice.html'),
          region: path('renderer/region.html'),
          print: path('renderer/print.html'),
          'self-test': path('renderer/self-test.html'),
        },
      },
    },
  },
});
