import type { EventPayload } from '../../core/contract/contract.ts';
import type { Language } from '../../core/values.ts';
import { shellTexts } from './texts.ts';

type Alarm = EventPayload<'alarm.raised'>['alarms'][number];

/** What the desktop shows; the number of a ticket, and nothing of the customer or of a code. */
export interface DesktopNotice {
  readonly title: string;
  readonly body: string;
  /** Labels, in order, for desktops that show buttons. */
  readonly actions: readonly string[];
  readonly onOpen: () => void;
  readonly onAction: (index: number) => void;
}

export interface AlarmNoticesOptions {
  readonly show: (notice: DesktopNotice) => void;
  /** The agent's setting; the notices inside the window come all the same. */
  readonly isEnabled: () => boolean;
  /** Who works here: a colleague's tickets are told at the colleague's desk. */
  readonly agent: () => string;
  /** As it is set at the moment of the notice. */
  readonly language: () => Language;
  /** Null: the queue. */
  readonly open: (ticketId: string | null) => void;
  readonly remind: (ticketId: string, minutes: number) => void;
}

const SNOOZE_MINUTES = 10;

/** After a night many times have come at once; more than these are told in one notice. */
const ONE_BY_ONE = 3;

/** Tells the desktop what has become due. Each comes from the backend once, so none is told twice. */
export function createAlarmNotices(options: AlarmNoticesOptions): (alarms: readonly Alarm[]) => void {
  const tell = ({ ticketId, ticketNumber, kind }: Alarm): void => {
    const texts = shellTexts(options.language());
    options.show({
      title: texts.alarms.title.replace('{{number}}', String(ticketNumber)),
      body: texts.alarmKinds[kind],
      actions: [texts.alarms.open, texts.alarms.snooze],
      onOpen: () => options.open(ticketId),
      onAction: (index) => {
        if (index === 0) options.open(ticketId);
        else options.remind(ticketId, SNOOZE_MINUTES);
      },
    });
  };
  return (raised) => {
    if (!options.isEnabled()) return;
    const alarms = raised.filter(({ assignee }) => assignee === null || assignee === options.agent());
    if (alarms.length <= ONE_BY_ONE) {
      for (const alarm of alarms) tell(alarm);
      return;
    }
    const texts = shellTexts(options.language());
    const count = new Set(alarms.map((alarm) => alarm.ticketId)).size;
    options.show({
      title: texts.alarms.many.replace('{{count}}', String(count)),
      body: texts.alarms.manyBody,
      actions: [texts.alarms.open],
      onOpen: () => options.open(null),
      onAction: () => options.open(null),
    });
  };
}
