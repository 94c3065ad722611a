import { join } from 'node:path';
import type { Configuration } from 'electron-builder';
import { repositoryFolder } from '../runtime/places.ts';
import type { ElectronSource } from './electron-source.ts';
import { TRIAL_NODE } from './package-places.ts';

/** A trial is older than the release of its version, so that the release replaces it. */
export function packageVersion(version: string, isTrial: boolean): string {
  return isTrial ? `${version}-trial` : version;
}

/** What `electron-builder.yml` does not say: this Electron, this folder, and what a trial needs on top. */
export function builderConfig(electron: ElectronSource, version: string, output: string): Configuration {
  const config: Configuration = {
    extends: join(repositoryFolder, 'electron-builder.yml'),
    directories: { output },
    electronDist: electron.folder,
    electronVersion: electron.version,
  };
  if (electron.node === null) return config;
  return {
    ...config,
    extraMetadata: { version },
    // A plain Node reads no archive.
    asarUnpack: ['**/*.node', 'out/main/**', 'package.json', 'node_modules/**'],
    extraResources: [
      { from: 'out/notices', to: 'notices' },
      { from: electron.node, to: TRIAL_NODE },
    ],
  };
}
