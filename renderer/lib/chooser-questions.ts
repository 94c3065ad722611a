import questionFile from '../../assets/chooser/questions.json' with { type: 'json' };
import { situationQuestionSchema } from '../../core/playbook/situation.ts';

/** What the chooser can ask. */
export const chooserQuestions = situationQuestionSchema.array().parse(questionFile);
