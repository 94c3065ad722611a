import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
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
import { SaveHint } from './SaveHint.tsx';
import { Section } from './Section.tsx';
import classes from './SettingsPage.module.css';
import { ShopSection } from './ShopSection.tsx';
import { UpdateSection } from './UpdateSection.tsx';
import { useSettingsForm } from './use-settings-form.ts';

/** What belongs to this computer. Every change is saved as it is made. */
export function SettingsPage() {
  const { t } = useTranslation('settings');
  const { settings, save, saveState, error } = useSettingsForm();
  if (settings === undefined) return null;
  return (
    <div className={classes['page']}>
      <header className={classes['header']}>
        <Title order={1} size="h2">
          {t('title')}
        </Title>
        <SaveHint state={saveState} />
      </header>
      <CallErrorNotice error={error} />
      <Section title={t('you.title')}>
        <AgentName savedName={settings.agentName} onSave={(agentName) => save({ agentName })} />
      </Section>
      <AppearanceSection settings={settings} onSave={save} />
      <CameraSection settings={settings} onSave={save} />
      <EvidenceSection settings={settings} onSave={save} />
      <RemindersSection settings={settings} onSave={save} />
      <LockSection settings={settings} onSave={save} />
      <ClipboardSection settings={settings} onSave={save} />
      <ChecklistSection />
      <ShopSection />
      <PrintingSection settings={settings} onSave={save} />
      <KeyboardSection settings={settings} onSave={save} />
      <ProceduresSection />
      <Section title={t('records.title')}>
        <RecordsPanel />
      </Section>
      <Section title={t('inOut.title')}>
        <ExportPart />
        <ImportPart />
        <DemoPart />
      </Section>
      <RetentionSection />
      <UpdateSection />
      <AboutSection />
    </div>
  );
}
