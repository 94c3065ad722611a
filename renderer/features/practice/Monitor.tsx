import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../core/assert-never.ts';
import type { PracticeDevice } from '../../../core/practice/device.ts';
import type { PracticeState } from '../../../core/practice/state.ts';
import classes from './Monitor.module.css';
import { LiveScreen } from './screens/LiveScreen.tsx';
import { LoginScreen } from './screens/LoginScreen.tsx';
import { NewPasswordScreen } from './screens/NewPasswordScreen.tsx';
import { NoticeScreen } from './screens/NoticeScreen.tsx';
import { ResetClosedScreen } from './screens/ResetClosedScreen.tsx';
import { ResetCodeScreen } from './screens/ResetCodeScreen.tsx';
import { SyncScreen } from './screens/SyncScreen.tsx';

type Props = { readonly device: PracticeDevice; readonly state: PracticeState };

/** The pretend recorder's own screen. */
export function Monitor(props: Props) {
  const { t } = useTranslation('practice');
  return (
    <section aria-label={t('monitor.label')} className={classes['monitor']}>
      <div className={classes['screen']}>
        <Screen {...props} />
      </div>
    </section>
  );
}

function Screen({ device, state }: Props) {
  switch (state.page) {
    case 'live':
      return <LiveScreen key="live" device={device} isLoggedIn={false} />;
    case 'login':
      return <LoginScreen device={device} />;
    case 'notice':
      return <NoticeScreen device={device} />;
    case 'resetCode':
      return state.qrPayload === null ? null : (
        <ResetCodeScreen device={device} state={state} payload={state.qrPayload} />
      );
    case 'resetClosed':
      return <ResetClosedScreen device={device} />;
    case 'newPassword':
      return <NewPasswordScreen device={device} />;
    case 'passwordSync':
      return <SyncScreen device={device} />;
    case 'loggedIn':
      return <LiveScreen key="loggedIn" device={device} isLoggedIn />;
    default:
      return assertNever(state.page);
  }
}
