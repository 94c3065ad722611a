import dahuaDmss from './dahua-dmss.json' with { type: 'json' };

/** Every playbook that ships, unchecked; `playbookSchema` and `checkPlaybook` say whether they are sound. */
export const playbookFiles: readonly unknown[] = [dahuaDmss];
