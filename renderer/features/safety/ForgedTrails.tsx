import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { Fragment, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckResult } from '../../../core/contract/safety-calls.ts';
import { type ForgedTrail, forgerySchema } from '../../../core/evidence/trail-tail.ts';
import { useCommand } from '../../api/use-call.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

/** What a check found to be other than it was written, by what happened to it, and what to do. */
export function ForgedTrails({ check }: { readonly check: CheckResult }) {
  const { t } = useTranslation('safety');
  const { forged, isMoreForged, missingEntries } = check;
  const isForged = forged.length > 0 || isMoreForged || missingEntries > 0;
  return (
    <Stack gap={4} align="flex-start">
      {missingEntries > 0 && (
        <div>
          {t('check.older', { count: missingEntries })} {t('check.olderNext')}
        </div>
      )}
      {forgerySchema.options.map((what) => {
        const trails = forged.filter((trail) => trail.what === what);
        return trails.length === 0 ? null : (
          <div key={what}>
            {t(`check.forged.${what}`)} <Names trails={trails} />
          </div>
        );
      })}
      {isMoreForged && <div>{t('check.moreForged')}</div>}
      <div>{t('check.historiesNext')}</div>
      {isForged && <AcceptButton />}
    </Stack>
  );
}

function Names({ trails }: { readonly trails: readonly ForgedTrail[] }) {
  return trails.map((trail, index) => (
    <Fragment key={`${trail.kind}:${trail.id}`}>
      {index > 0 && ', '}
      <Name trail={trail} index={index} />
    </Fragment>
  ));
}

/** Tickets by their numbers, others by their pages: a name does not belong here. */
function Name({
  trail: { kind, id, number, what },
  index,
}: {
  readonly trail: ForgedTrail;
  readonly index: number;
}): ReactNode {
  const { t } = useTranslation('safety');
  if (kind === 'desk') return t('check.deskLog');
  if (kind === 'site') return t('check.site');
  const isThere = what !== 'gone';
  if (kind === 'ticket') {
    const name = number === null ? t('check.aTicket') : `#${number}`;
    return isThere ? <TrailLink href={`#/ticket/${id}/trail`} name={name} /> : name;
  }
  const name = t(`check.${kind}`, { number: index + 1 });
  return isThere ? <TrailLink href={`#/${kind}/${id}`} name={name} /> : name;
}

function TrailLink({ href, name }: { readonly href: string; readonly name: string }) {
  return (
    <Anchor underline="always" href={href}>
      {name}
    </Anchor>
  );
}

/** For who knows why the records differ; it is an entry of the desk's log. */
function AcceptButton() {
  const { t } = useTranslation(['safety', 'common']);
  const [isAsking, setAsking] = useState(false);
  const accept = useCommand('safety.acceptRecords');
  return (
    <>
      <Button variant="default" size="compact-sm" mt={4} onClick={() => setAsking(true)}>
        {t('check.accept')}
      </Button>
      <Dialog title={t('check.acceptTitle')} isOpen={isAsking} onClose={() => setAsking(false)}>
        <Stack gap="md">
          <Text size="sm">{t('check.acceptWhat')}</Text>
          <CallErrorNotice error={accept.error} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={() => setAsking(false)}>
              {t('common:actions.cancel')}
            </Button>
            <Button
              loading={accept.isPending}
              onClick={() => accept.mutate({}, { onSuccess: () => setAsking(false) })}
            >
              {t('check.acceptGo')}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}
