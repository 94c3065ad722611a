export { AlarmBar } from './AlarmBar.tsx';
export { ClockNotice } from './ClockNotice.tsx';
export { TimersLink } from './TimersLink.tsx';
export { useDeskClock } from './use-desk-clock.ts';
export { useOpenRequests } from './use-open-requests.ts';
