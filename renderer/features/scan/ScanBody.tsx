import { Stack, Tabs } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../lib/shortcuts.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { CameraPanel } from './CameraPanel.tsx';
import { CodeChooser } from './CodeChooser.tsx';
import { FilePanel } from './FilePanel.tsx';
import { FilesProgress } from './FilesProgress.tsx';
import type { Found } from './found.ts';
import { MisfitQuestion } from './MisfitQuestion.tsx';
import { PastePanel } from './PastePanel.tsx';
import { ReportNotice } from './ReportNotice.tsx';
import { createRepeatFilter } from './repeat-filter.ts';
import { ScanBatch } from './ScanBatch.tsx';
import { ScreenPanel } from './ScreenPanel.tsx';
import { SCAN_TABS, type ScanTab } from './scan-state.ts';
import { TAB_ICONS } from './tab-icons.ts';
import { useFocusWhenShown } from './use-focus-when-shown.ts';
import type { ScanSession } from './use-scan-session.ts';

type Props = { readonly session: ScanSession };

/** Lives as long as the scanner is open, and so does its memory of the codes that were dealt with. */
export function ScanBody({ session }: Props) {
  const { state, dispatch, takeSeen, takeChosen, takePlaced } = session;
  const [repeats] = useState(createRepeatFilter);
  const takeFresh = useCallback(
    async (seen: readonly Found[]) => {
      const fresh = seen.filter((found) => !repeats.isRepeat(found.fingerprint, performance.now()));
      if (fresh.length === 0 || !(await takeSeen(fresh))) return;
      repeats.note(fresh, performance.now());
    },
    [repeats, takeSeen],
  );
  const { choice, question } = state;
  if (question !== null) {
    const { found, source, misfit } = question;
    return (
      <MisfitQuestion
        misfit={misfit}
        isCounter={source === 'camera' || source === 'scanner'}
        isBusy={state.isBusy}
        onPlace={(place) => void takePlaced(found, source, place)}
        onBack={() => {
          repeats.note([found], performance.now());
          dispatch({ type: 'questionDropped' });
        }}
      />
    );
  }
  if (choice === null) return <ScanWays session={session} onSeen={takeFresh} />;
  return (
    <CodeChooser
      choice={choice}
      isBusy={state.isBusy}
      onChoose={(found, source) => void takeChosen(found, source)}
      onBack={() => {
        repeats.note(choice.found, performance.now());
        dispatch({ type: 'choiceDropped' });
      }}
    />
  );
}

type WaysProps = Props & { readonly onSeen: (seen: readonly Found[]) => void };

function ScanWays({ session, onSeen }: WaysProps) {
  const { t } = useTranslation('scan');
  const { state, dispatch } = session;
  const focused = useFocusWhenShown<HTMLDivElement>();
  const pickTab = (tab: ScanTab) => dispatch({ type: 'tabPicked', tab });
  useShortcuts([
    ...SCAN_TABS.map((tab, index) => ({
      key: String(index + 1),
      label: t(`tabs.${tab}`),
      run: () => pickTab(tab),
    })),
    { key: 'Escape', label: t('close'), run: () => dispatch({ type: 'closed' }) },
  ]);
  return (
    <Tabs
      // Takes the focus, so that Enter is the panel's main action and not a button's.
      ref={focused}
      data-autofocus
      tabIndex={-1}
      value={state.tab}
      onChange={(tab) => pickTab(toTab(tab))}
      keepMounted={false}
    >
      <Tabs.List aria-label={t('tabs.label')} mb="md">
        {SCAN_TABS.map((tab, index) => {
          const Icon = TAB_ICONS[tab];
          return (
            <Tabs.Tab
              key={tab}
              value={tab}
              aria-keyshortcuts={String(index + 1)}
              leftSection={<Icon aria-hidden size={18} />}
              rightSection={<KeyHint name={String(index + 1)} />}
            >
              {t(`tabs.${tab}`)}
            </Tabs.Tab>
          );
        })}
      </Tabs.List>
      <Stack gap="md">
        <Panels session={session} onSeen={onSeen} onPickTab={pickTab} />
        <ScanBatch batch={state.batch} onOpen={session.openRead} />
        {state.report !== null && <ReportNotice report={state.report} tab={state.tab} onPickTab={pickTab} />}
      </Stack>
    </Tabs>
  );
}

type PanelsProps = WaysProps & { readonly onPickTab: (tab: ScanTab) => void };

function Panels({ session, onSeen, onPickTab }: PanelsProps) {
  const { state } = session;
  return (
    <>
      <Tabs.Panel value="camera">
        <CameraPanel canContinue={session.canContinue} onSeen={onSeen} onPickTab={onPickTab} />
      </Tabs.Panel>
      <Tabs.Panel value="screen">
        <ScreenPanel
          isBusy={state.isBusy}
          hasTried={state.report !== null}
          onScan={() => void session.takeScreens()}
          onSelect={() => void session.takeRegion()}
          onWatched={session.takeWatched}
          onPickTab={onPickTab}
        />
      </Tabs.Panel>
      <Tabs.Panel value="file">
        <FilePanel
          isBusy={state.isBusy}
          progress={<FilesProgress state={state} onCancel={session.cancelFiles} />}
          onFiles={(files) => void session.takeFiles('file', files)}
        />
      </Tabs.Panel>
      <Tabs.Panel value="paste">
        <PastePanel isBusy={state.isBusy} onText={(text) => void session.takeText('typed', text)} />
      </Tabs.Panel>
    </>
  );
}

function toTab(value: string | null): ScanTab {
  return SCAN_TABS.find((tab) => tab === value) ?? 'camera';
}
