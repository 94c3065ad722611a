import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { TicketDetails } from '../../../../core/contract/records.ts';
import { type CodePairing, codePairing } from '../../../../core/ticket/code-pairing.ts';
import { formatTime, timeLeft } from '../../../lib/time-words.ts';
import { useNow } from '../../../lib/use-now.ts';
import { Notice } from '../../../ui/Notice.tsx';
import type { TicketProps } from '../ticket-props.ts';
import { FactList } from './FactList.tsx';
import classes from './Tools.module.css';
import { ValidityRing } from './ValidityRing.tsx';

const HOUR_MS = 3_600_000;

/** What stands against entering the code now: another QR on the screen, a locked device, or a code that is too old. */
export function CodeAlerts({ ticket }: { readonly ticket: TicketDetails }) {
  const { t, i18n } = useTranslation('ticket');
  const now = useNow();
  const { request, lockedUntil } = ticket.state;
  const validUntil = request?.codeValidUntil ?? null;
  const pairing = pairingOf(ticket);
  return (
    <>
      {request !== null && pairing?.isOfEarlierQr === true && (
        <Notice tone="warning" title={t('code.earlierQr')}>
          {t('code.earlierQrNext', { number: pairing.qrNumber, now: pairing.qrNumberNow })}
        </Notice>
      )}
      {request !== null && pairing?.isOfEarlierQr === false && pairing.hasOtherCodes && (
        <Notice tone="info" title={t('code.otherCodes')}>
          {t('code.otherCodesNext', { at: formatTime(request.submittedAt, now, i18n.language) })}
        </Notice>
      )}
      {lockedUntil !== null && now < lockedUntil && (
        <Notice tone="warning" title={t('code.locked', { left: leftText(lockedUntil - now, t) })}>
          {t('code.lockedNext', { at: formatTime(lockedUntil, now, i18n.language) })}
        </Notice>
      )}
      {validUntil !== null && now >= validUntil && (
        <Notice tone="danger" title={t(request?.channel === 'file' ? 'code.fileExpired' : 'code.expired')}>
          {t(request?.channel === 'file' ? 'code.fileExpiredNext' : 'code.expiredNext')}
        </Notice>
      )}
    </>
  );
}

/** How long the code lives, and how many wrong tries there were. */
export function CodeClocks({ ticket, playbook }: TicketProps) {
  const { t, i18n } = useTranslation('ticket');
  const now = useNow();
  const validUntil = ticket.state.request?.codeValidUntil ?? null;
  const count = ticket.state.wrongCodesInARow;
  const total = playbook.limits.wrongCodesBeforeLock;
  const wholeMs = playbook.limits.codeValidityMs;
  const validity =
    validUntil !== null
      ? t('code.validUntil', {
          at: formatTime(validUntil, now, i18n.language),
          left: leftText(validUntil - now, t),
        })
      : wholeMs !== null
        ? t('code.validUnknown', { hours: wholeMs / HOUR_MS })
        : t('code.validNotStated');
  const pairing = pairingOf(ticket);
  const { request } = ticket.state;
  const pair =
    pairing === null || request === null
      ? []
      : [
          {
            name: t('code.belongsTo'),
            value: t('code.ofQr', {
              number: pairing.qrNumber,
              at: formatTime(request.submittedAt, now, i18n.language),
            }),
          },
        ];
  return (
    <div className={`${classes['panel']} ${classes['withRing']}`}>
      {validUntil !== null && wholeMs !== null && (
        <ValidityRing leftMs={validUntil - now} wholeMs={wholeMs} />
      )}
      <FactList
        rows={[
          { name: t('code.valid'), value: validity },
          ...pair,
          { name: t('code.wrongTries'), value: total === null ? count : t('countOf', { count, total }) },
        ]}
      />
    </div>
  );
}

function pairingOf({ state, history }: TicketDetails): CodePairing | null {
  return codePairing(
    state,
    history.map(({ event }) => event),
  );
}

function leftText(ms: number, t: TFunction<'ticket'>): string {
  const left = timeLeft(ms);
  return t(`common:left.${left.unit}`, left);
}
