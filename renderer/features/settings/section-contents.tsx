import type { ReactNode } from 'react';
import { DemoPart } from '../demo/index.ts';
import { RecordsPanel } from '../safety/index.ts';
import { ExportPart, ImportPart } from '../transfer/index.ts';
import { AboutSection } from './AboutSection.tsx';
import { AgentName } from './AgentName.tsx';
import { AppearanceSection } from './AppearanceSection.tsx';
import { CameraSection } from './CameraSection.tsx';
import { ChecklistSection } from './ChecklistSection.tsx';
import { ClipboardSection } from './ClipboardSection.tsx';
import { EvidenceSection } from './EvidenceSection.tsx';
import { KeyboardSection } from './KeyboardSection.tsx';
import { LockSection } from './LockSection.tsx';
import { PrintingSection } from './PrintingSection.tsx';
import { ProceduresSection } from './ProceduresSection.tsx';
import { RemindersSection } from './RemindersSection.tsx';
import { RetentionSection } from './RetentionSection.tsx';
import { TitledSection } from './Section.tsx';
import { SettingsFilePart } from './SettingsFilePart.tsx';
import { ShopSection } from './ShopSection.tsx';
import { SystemSection } from './SystemSection.tsx';
import type { SectionProps } from './section-props.ts';
import { type SettingsSection, settingsSections } from './setting-entries.ts';
import { UpdateSection } from './UpdateSection.tsx';

/** What stands in each section, in their order. */
export function sectionContents(
  props: SectionProps,
): readonly (readonly [name: SettingsSection, content: ReactNode])[] {
  const contents: Readonly<Record<SettingsSection, ReactNode>> = {
    you: (
      <TitledSection name="you">
        <AgentName savedName={props.settings.agentName} onSave={(agentName) => props.onSave({ agentName })} />
      </TitledSection>
    ),
    appearance: <AppearanceSection {...props} />,
    camera: <CameraSection {...props} />,
    evidence: <EvidenceSection {...props} />,
    reminders: <RemindersSection {...props} />,
    lock: <LockSection {...props} />,
    clipboard: <ClipboardSection {...props} />,
    checklist: <ChecklistSection />,
    shop: <ShopSection />,
    printing: <PrintingSection {...props} />,
    keyboard: <KeyboardSection {...props} />,
    procedures: <ProceduresSection />,
    records: (
      <TitledSection name="records">
        <RecordsPanel />
      </TitledSection>
    ),
    inOut: (
      <TitledSection name="inOut">
        <ExportPart />
        <ImportPart />
        <SettingsFilePart />
        <DemoPart />
      </TitledSection>
    ),
    retention: <RetentionSection />,
    update: <UpdateSection />,
    about: (
      <>
        <SystemSection />
        <AboutSection />
      </>
    ),
  };
  return settingsSections.map((name) => [name, contents[name]]);
}
