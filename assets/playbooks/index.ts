import dahuaDmss from './dahua-dmss.json' with { type: 'json' };

/** Every playbook that ships, unchecked; `playbookSchema` and `checkPlaybook` say whether they are sound. */
export const playbookFiles: readonly unknown[] = [dahuaDmss];

/** Versions that tickets were opened on before each ticket's database kept them. Never edited. */
export const olderPlaybookFiles: readonly unknown[] = [];
