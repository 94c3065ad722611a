import { questionFile } from '../../assets/chooser/index.ts';
import { factFiles, olderPlaybookFiles, partFiles, playbookFiles } from '../../assets/playbooks/index.ts';
import { readLibrary } from '../../core/playbook/read.ts';
import { situationQuestionSchema } from '../../core/playbook/situation.ts';
import { PlaybookCatalog } from './playbooks/index.ts';

/** The playbooks that the app is built with. */
export function appPlaybooks(): PlaybookCatalog {
  return new PlaybookCatalog({
    current: playbookFiles,
    older: olderPlaybookFiles,
    library: readLibrary(partFiles, factFiles),
    questions: situationQuestionSchema.array().parse(questionFile),
  });
}
