import { Anchor, Button } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckResult, SafetyState } from '../../../core/contract/safety-calls.ts';
import { useCommand } from '../../api/use-call.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Part } from '../../ui/Part.tsx';
import { Status } from '../../ui/Status.tsx';
import { useBackupWords } from '../restore/index.ts';
import { ForgedTrails } from './ForgedTrails.tsx';

/** What the last look through all records found. */
export function CheckPart({ safety }: { readonly safety: SafetyState }) {
  const { t } = useTranslation('safety');
  const check = useCommand('safety.check');
  return (
    <Part
      title={t('check.title')}
      what={t('check.what')}
      status={
        <>
          <CheckStatus safety={safety} />
          <SearchStatus renewal={safety.searchRenewal} />
          <CallErrorNotice error={check.error} />
        </>
      }
      actions={
        <Button variant="default" loading={safety.isChecking} onClick={() => check.mutate({})}>
          {t('check.now')}
        </Button>
      }
    />
  );
}

function CheckStatus({ safety }: { readonly safety: SafetyState }) {
  const { t } = useTranslation('safety');
  const words = useBackupWords();
  const { lastCheck } = safety;
  if (safety.isChecking) return <Status tone="busy">{t('check.running')}</Status>;
  if (lastCheck === null) return <Status tone="busy">{t('check.none')}</Status>;
  const when = words.when(lastCheck.at);
  switch (lastCheck.finding) {
    case 'whole':
      return <Status tone="good">{t('check.whole', { when, count: lastCheck.verifiedEvents })}</Status>;
    case 'pages':
      return (
        <Notice tone="danger" title={t('check.pages', { when })}>
          {t('check.pagesNext')}
        </Notice>
      );
    case 'histories':
      return (
        <Notice
          tone="danger"
          title={t(lastCheck.missingEntries > 0 ? 'check.olderTitle' : 'check.histories', { when })}
        >
          <BrokenTrails check={lastCheck} />
        </Notice>
      );
  }
}

function SearchStatus({ renewal }: { readonly renewal: SafetyState['searchRenewal'] }) {
  const { t } = useTranslation('safety');
  if (renewal === null) return null;
  const percent = Math.floor((100 * renewal.done) / Math.max(1, renewal.total));
  return <Status tone="busy">{t('check.searchRenewal', { percent })}</Status>;
}

/** The tickets by their numbers, the others by their pages: a name does not belong here. */
function BrokenTrails({ check }: { readonly check: CheckResult }) {
  const { t } = useTranslation('safety');
  const { brokenTickets, brokenRecords } = check;
  return (
    <>
      {brokenTickets.length > 0 && (
        <div>
          {t('check.brokenTickets', { numbers: brokenTickets.map((number) => `#${number}`).join(', ') })}
        </div>
      )}
      {brokenRecords.length > 0 && (
        <div>
          {t('check.brokenRecords')}{' '}
          {brokenRecords.map(({ kind, id }, index) => (
            <Fragment key={id}>
              {index > 0 && ', '}
              {kind === 'site' ? (
                t('check.site')
              ) : (
                <Anchor underline="always" href={`#/${kind}/${id}`}>
                  {t(`check.${kind}`, { number: index + 1 })}
                </Anchor>
              )}
            </Fragment>
          ))}
        </div>
      )}
      <ForgedTrails check={check} />
    </>
  );
}
