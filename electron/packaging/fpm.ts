#!/usr/bin/env node
import { mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runEntry } from '../runtime/setup-error.ts';
import { buildDeb } from './deb.ts';
import { readPackageOrder } from './package-order.ts';
import { buildRpm } from './rpm.ts';
import { sourceDate } from './source-date.ts';

/**
 * Stands in for `fpm`, which electron-builder would fetch from GitHub: makes .deb with dpkg-deb and .rpm with rpmbuild, the
 * systems' own tools, and the same bytes for the same input. electron-builder finds it through `CUSTOM_FPM_PATH`.
 */
await runEntry(async () => {
  const order = readPackageOrder(process.argv.slice(2));
  // Beside the result, so that a small /tmp does not matter.
  const folder = await mkdtemp(join(dirname(order.file), '.package-'));
  try {
    await (order.kind === 'deb' ? buildDeb : buildRpm)(order, folder, await sourceDate());
    return 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
