import type { BackendListeners, LaunchBackend } from './backend-process.ts';

/**
 * Launches a backend at once, so that it starts while the windows do. Whoever launches first gets that one, and hears what it
 * has said meanwhile; later launches are new ones.
 */
export function launchAhead(launch: LaunchBackend): LaunchBackend {
  let listeners: BackendListeners | null = null;
  let unheard: ((to: BackendListeners) => void)[] = [];
  const tell = (say: (to: BackendListeners) => void) => {
    if (listeners === null) unheard.push(say);
    else say(listeners);
  };
  const started = launch({
    onMessage: (message) => tell((to) => to.onMessage(message)),
    onExit: (code, trace) => tell((to) => to.onExit(code, trace)),
  });
  return (first) => {
    if (listeners !== null) return launch(first);
    listeners = first;
    // Told once the caller has what it launched.
    queueMicrotask(() => {
      const said = unheard;
      unheard = [];
      for (const say of said) say(first);
    });
    return started;
  };
}
