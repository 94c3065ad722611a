import { useLocation } from 'wouter';
import { client } from '../api/client.ts';
import { useScanner } from '../features/scan/index.ts';
import { useShortcuts } from '../lib/shortcuts.tsx';

/** The commands that can be given on every page of the desk. */
export function useDeskCommands(onPractice: () => void): { readonly lock: () => void } {
  const [location, navigate] = useLocation();
  const { openScanner } = useScanner();
  const go = (path: string) => ({ run: () => navigate(path), isQuiet: true, isEnabled: location !== path });
  useShortcuts([
    { command: 'scan.open', run: () => openScanner() },
    { command: 'go.queue', ...go('/') },
    { command: 'go.customers', ...go('/customers') },
    { command: 'go.devices', ...go('/devices') },
    { command: 'go.figures', ...go('/figures') },
    { command: 'go.messages', ...go('/messages') },
    { command: 'go.settings', ...go('/settings') },
    { command: 'practice.open', run: onPractice, isQuiet: true },
    { command: 'desk.lock', run: lockDesk, isQuiet: true, isOnEveryLayer: true },
    { command: 'size.larger', run: () => zoom('larger'), isQuiet: true },
    { command: 'size.smaller', run: () => zoom('smaller'), isQuiet: true },
    { command: 'size.usual', run: () => zoom('usual'), isQuiet: true },
  ]);
  return { lock: lockDesk };
}

/** The window hears of it as of any lock. A desk that is not open has nothing to lock. */
function lockDesk(): void {
  client.call('vault.lock', {}).catch(() => undefined);
}

/** The keys are the shell's; this is for who chooses it from the list. */
function zoom(step: 'larger' | 'smaller' | 'usual'): void {
  client.call('app.zoom', { step }).catch(() => undefined);
}
