import { join } from 'node:path';
import { app } from 'electron';

/** Folders and files of the running program. `built` is the folder of the built main program. */
export function places(built: string) {
  const userData = app.getPath('userData');
  return {
    userData,
    pages: join(built, '..', 'renderer'),
    preload: join(built, '..', 'preload', 'index.cjs'),
    backend: join(built, 'backend.js'),
    /** A backend without records, for the self-test. */
    probe: join(built, 'probe.js'),
    icon: join(app.getAppPath(), 'assets', 'icons', 'linux', '128x128.png'),
    database: join(userData, 'resetdesk.db'),
    /** Where the backend puts them: beside the database. */
    backups: join(userData, 'backups'),
    /** Only for the mail program; emptied at every start and end. */
    mailFiles: join(userData, 'mail-drafts'),
    /** Attachments while another program shows them; emptied at every start and end. */
    openedFiles: join(userData, 'opened-files'),
    log: join(userData, 'logs', 'main.log'),
    /** Lies in the evaluation runtime only, put there by the launcher. */
    evaluationMark: join(process.resourcesPath, 'evaluation-runtime'),
    /** In a package of the evaluation runtime: a Node that is new enough for the backend. */
    trialNode: join(process.resourcesPath, 'backend-node'),
  } as const;
}

export type Places = ReturnType<typeof places>;
