import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../core/assert-never.ts';
import type { QrReading } from '../../../core/qr/reading.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { hintOf, PIXELS_PER_DOT_NEEDED, type Shot } from './judge.ts';
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
  const hasOtherWays = report.kind !== 'wrongCode' && report.kind !== 'nothingToPaste';
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
      return <NothingFound shots={report.shots} tab={tab} />;
    case 'brokenPicture':
      return <BrokenPicture names={report.names} />;
    case 'gaveUp':
    case 'nothingToPaste':
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

function NothingFound({ shots, tab }: { readonly shots: readonly Shot[]; readonly tab: ScanTab }) {
  const { t } = useTranslation('scan');
  const glimpsed = shots.find((shot) => shot.glimpse !== null);
  return (
    <>
      {glimpsed?.glimpse == null ? (
        <Notice tone="warning" title={t(`reports.nothingFound.${tab}.title`, { count: shots.length })}>
          {t(`reports.nothingFound.${tab}.next`)}
        </Notice>
      ) : (
        <Glimpsed name={glimpsed.name} glimpse={glimpsed.glimpse} tab={tab} />
      )}
      <Shots shots={shots} />
    </>
  );
}

type GlimpsedProps = {
  readonly name: string | null;
  readonly glimpse: NonNullable<Shot['glimpse']>;
  readonly tab: ScanTab;
};

function Glimpsed({ name, glimpse, tab }: GlimpsedProps) {
  const { t } = useTranslation('scan');
  const path = `reports.glimpsed.${hintOf(glimpse)}`;
  const what = t(`${path}.what`, {
    pixels: glimpse.pixelsPerModule?.toFixed(1),
    needed: PIXELS_PER_DOT_NEEDED,
  });
  return (
    <Notice tone="warning" title={name === null ? t(`${path}.title`) : t(`${path}.titleNamed`, { name })}>
      {what} {t(`${path}.next.${tab}`)}
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
