import { Notification } from 'electron';
import type { DesktopNotice } from './alarm-notices.ts';

/** Held until they are gone: a notification that is collected as garbage no longer answers to a click. */
const shown = new Set<Notification>();

/** Shows a notice on the desktop, with its buttons where the platform has them (macOS and Windows). */
export function showNotification(notice: DesktopNotice): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification({
    title: notice.title,
    body: notice.body,
    actions: notice.actions.map((text) => ({ type: 'button', text })),
  });
  notification.on('click', notice.onOpen);
  notification.on('action', (event: unknown, index?: number) => notice.onAction(actionIndex(event, index)));
  for (const end of ['close', 'failed'] as const) {
    // The overloads of `on` are one per event name.
    (notification as NodeJS.EventEmitter).on(end, () => shown.delete(notification));
  }
  shown.add(notification);
  notification.show();
}

/** Newer releases tell it in the event, older ones beside it. */
function actionIndex(event: unknown, index: number | undefined): number {
  const isInEvent = typeof event === 'object' && event !== null && 'actionIndex' in event;
  const told = isInEvent ? event.actionIndex : index;
  return typeof told === 'number' ? told : 0;
}
