import { readLibrary, readPlaybook } from '../../core/playbook/read.ts';
import type { Playbook } from '../../core/playbook/schema.ts';
import { situationQuestionSchema } from '../../core/playbook/situation.ts';
import { questionFile } from '../chooser/index.ts';
import { factFiles, partFiles, playbookFiles } from './index.ts';

/** What all the app's playbooks take from. */
export const library = readLibrary(partFiles, factFiles);

/** The questions of the chooser. */
export const questions = situationQuestionSchema.array().parse(questionFile);

/** The app's playbooks, whole. */
export const playbooks: readonly Playbook[] = playbookFiles.map((file) => {
  const reading = readPlaybook(file, library);
  if (!reading.ok) throw new Error(reading.faults.join('\n'));
  return reading.playbook;
});
