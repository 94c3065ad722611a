import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { PackageKind } from '../../../core/update/feed.ts';
import type { Places } from '../places.ts';
import { PATIENCE } from './fetch-update.ts';
import { managedFile } from './managed-settings.ts';
import { RELEASE_KEY } from './release-key.ts';
import { Updates, type UpdatesOptions } from './updates.ts';

/** The updates of this installation. The trial runtime may be told of another file and key, for its tests. */
export function updatesHere(found: Places, ears: Pick<UpdatesOptions, 'onState' | 'note'>): Updates {
  const told = existsSync(found.evaluationMark) ? process.env : {};
  return new Updates({
    program: {
      publicKey: told['RESETDESK_UPDATE_KEY'] ?? RELEASE_KEY,
      version: app.getVersion(),
      platform: process.platform,
      arch: process.arch,
      kind: packageKind(),
    },
    managedFile: told['RESETDESK_MANAGED_FILE'] ?? managedFile(process.platform),
    folder: join(found.userData, 'updates'),
    patience: PATIENCE,
    ...ears,
  });
}

/** How it was installed here: a system's package lies where only an administrator writes. */
function packageKind(): PackageKind {
  if (!/^\/(?:opt|usr)\//.test(process.execPath)) return 'archive';
  return existsSync('/usr/bin/dpkg') ? 'deb' : 'rpm';
}
