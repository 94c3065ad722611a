import questions from './questions.json' with { type: 'json' };

/** The questions of the chooser, unchecked; `situationQuestionSchema` says whether they are sound. */
export const questionFile: unknown = questions;
