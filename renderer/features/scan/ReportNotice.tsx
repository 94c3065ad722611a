import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../core/assert-never.ts';
import type { QrReading } from '../../../core/qr/reading.ts';
import { PIXELS_PER_MODULE_NEEDED } from '../../../core/scan/diagnose.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { FileFailed } from './FileFailed.tsx';
import { type ExplainedShot, type Shot, shotToExplain } from './judge.ts';
import { OtherWays } from './OtherWays.tsx';
import { Shots } from './Shots.tsx';
import type { ScanReport, ScanTab } from './scan-state.ts';
import { useReadingText } from './use-reading-text.ts';

type Props = {
  readonly report: ScanReport;
  readonly tab: ScanTab;
  readonly onPickTab: (tab: ScanTab) => void;
};

/** Why there is no ticket yet: what happened, what was seen, what to do, and the other ways. */
export function ReportNotice({ report, tab, onPickTab }: Props) {
  const hasOtherWays = !['wrongCode', 'nothingToPaste', 'onlyAddress'].includes(report.kind);
  return (
    <Stack gap="sm">
      <ReportBody report={report} tab={tab} />
      {hasOtherWays && <OtherWays tab={tab} onPickTab={onPickTab} />}
    </Stack>
  );
}

function ReportBody({ report, tab }: Omit<Props, 'onPickTab'>) {
  const { t } = useTranslation('scan');
  switch (report.kind) {
    case 'wrongCode':
      return <WrongCode reading={report.reading} />;
    case 'nothingFound':
      return <NothingFound shots={report.shots} way={report.isMarked === true ? 'area' : tab} />;
    case 'brokenPicture':
      return <BrokenPicture names={report.names} />;
    case 'fileFailed':
      return <FileFailed failure={report.failure} />;
    case 'gaveUp':
    case 'nothingToPaste':
    case 'onlyAddress':
    case 'scannerUnreadable':
      return (
        <Notice tone="warning" title={t(`reports.${report.kind}.title`)}>
          {t(`reports.${report.kind}.next`)}
        </Notice>
      );
    case 'callFailed':
      return <CallErrorNotice error={report.error} />;
    default:
      return assertNever(report);
  }
}

function WrongCode({ reading }: { readonly reading: QrReading }) {
  const { what, next } = useReadingText()(reading);
  return (
    <Notice tone="warning" title={what}>
      {next}
    </Notice>
  );
}

/** How the pictures were taken. */
type Way = ScanTab | 'area';

function NothingFound({ shots, way }: { readonly shots: readonly Shot[]; readonly way: Way }) {
  const { t } = useTranslation('scan');
  const explained = shotToExplain(shots, way === 'screen' || way === 'area');
  return (
    <>
      {explained === null ? (
        <Notice tone="warning" title={t(`reports.nothingFound.${way}.title`, { count: shots.length })}>
          {t(`reports.nothingFound.${way}.next`)}
        </Notice>
      ) : (
        <Missed shot={explained} way={way} />
      )}
      <Shots shots={shots} />
    </>
  );
}

/** What was seen, and the one thing to do about it. */
function Missed({ shot, way }: { readonly shot: ExplainedShot; readonly way: Way }) {
  const { t } = useTranslation('scan');
  const { reason, pixelsPerModule, enlargeBy } = shot.diagnosis;
  const path = `reports.missed.${reason}`;
  const values = {
    pixels: pixelsPerModule?.toFixed(1),
    needed: PIXELS_PER_MODULE_NEEDED,
    factor: enlargeBy?.toFixed(1),
  };
  const title = t(`${path}.title`);
  return (
    <Notice
      tone="warning"
      title={shot.name === null ? title : t('reports.missed.titleNamed', { name: shot.name, title })}
    >
      {t(`${path}.what`, values)} {t(`${path}.next.${way}`, values)}
    </Notice>
  );
}

function BrokenPicture({ names }: { readonly names: readonly (string | null)[] }) {
  const { t } = useTranslation('scan');
  const known = names.filter((name) => name !== null).join(', ');
  const title =
    known === ''
      ? t('reports.brokenPicture.titleUnnamed')
      : t('reports.brokenPicture.title', { names: known });
  return (
    <Notice tone="danger" title={title}>
      {t('reports.brokenPicture.next')}
    </Notice>
  );
}
