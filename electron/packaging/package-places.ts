/** Where the program lies, below the root of a Linux system. */
export const PROGRAM = 'opt/ResetDesk';

/** Chromium's texts for the languages that ResetDesk speaks. */
export const LANGUAGE_FILES: readonly string[] = ['en-US.pak', 'es-419.pak', 'es.pak'];

/** In the program's `resources`: the Node that a trial's backend runs on, where main looks for it. */
export const TRIAL_NODE = 'backend-node';

/** In the program's `resources`. */
export const NOTICES_FILE = 'notices/THIRD-PARTY-NOTICES.txt';
export const SBOM_FILE = 'notices/sbom.cdx.json';
