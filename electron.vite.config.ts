import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { notesBundledPackages } from './electron/packaging/bundled-packages.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** What ships names its parts; `npm run package` reads these notes. */
const notesPackages = (build: string) => notesBundledPackages(path('out/bundled-packages'), build);
const notesWorkerPackages = notesPackages('workers');

/**
 * Source maps tell what a stack in a log stands for. They are kept beside the build, by the name of its part, so that no package
 * holds them.
 */
const keepMapsApart = (part: string): Plugin => ({
  name: 'keep-maps-apart',
  async writeBundle({ dir = '' }, bundle) {
    const maps = Object.keys(bundle).filter((file) => file.endsWith('.map'));
    const folder = path(`maps/${part}`);
    await mkdir(folder, { recursive: true });
    for (const map of maps) await rename(join(dir, map), join(folder, map.replaceAll('/', '.')));
  },
});

/** The console's page paints its name before its styles have come: whatever stands before them waits for none. */
const paintBeforeStyles: Plugin = {
  name: 'paint-before-styles',
  transformIndexHtml: {
    order: 'post',
    handler(html, { path: page }) {
      if (page !== '/index.html') return html;
      const styles = html.match(/^ *<link rel="stylesheet".*\n/gm) ?? [];
      const withoutStyles = styles.reduce((rest, style) => rest.replace(style, ''), html);
      return withoutStyles.replace('  </body>', `${styles.join('')}  </body>`);
    },
  },
};

/**
 * electron-store loads a schema compiler, which it needs only where it is given a schema. Ours are zod's, so it is given none, and
 * the start need not read 130 kB for nothing. Whoever gives it one finds out by the error.
 */
const withoutSchemaCompiler: Plugin = {
  name: 'without-schema-compiler',
  enforce: 'pre',
  resolveId: (id) => (['ajv/dist/2020.js', 'ajv-formats'].includes(id) ? NO_SCHEMA_COMPILER : null),
  load: (id) =>
    id === NO_SCHEMA_COMPILER
      ? `export class Ajv2020 {
          constructor() { throw new Error('Local files are checked by our own schemas, not by those of electron-store.'); }
        }
        export default null;`
      : null,
};
const NO_SCHEMA_COMPILER = '\0no-schema-compiler';

/** For the three alike: what ships is small, and starts by reading less. */
const shipped = { minify: true, sourcemap: 'hidden' } as const;

/**
 * Three programs: main with the backend beside it (same output folder), the preload script, the windows.
 * Packages with a native part stay outside the bundle; everything else is bundled, so the shipped app is small.
 */
export default defineConfig({
  main: {
    plugins: [withoutSchemaCompiler, notesPackages('main'), keepMapsApart('main')],
    define: { __RELEASE_KEY__: JSON.stringify(process.env['RESETDESK_RELEASE_KEY'] ?? '') },
    build: {
      ...shipped,
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
    plugins: [notesPackages('preload'), keepMapsApart('preload')],
    build: {
      ...shipped,
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
    plugins: [react(), paintBeforeStyles, notesPackages('windows'), keepMapsApart('renderer')],
    worker: {
      format: 'es',
      plugins: () => [notesWorkerPackages],
      rollupOptions: { treeshake: { moduleSideEffects: [{ test: /@zxing\/library/, sideEffects: false }] } },
    },
    build: {
      ...shipped,
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
        output: {
          // The text reader knows its language file by name only.
          assetFileNames: ({ names }) =>
            `assets/${names.some((name) => name.endsWith('.traineddata.gz')) ? '[name]' : '[name]-[hash]'}[extname]`,
        },
      },
    },
  },
});
