import type { Settings } from '../../../core/contract/shell-records.ts';

/** What a section of the settings is given. */
export type SectionProps = {
  readonly settings: Settings;
  readonly onSave: (change: Partial<Settings>) => void;
};
