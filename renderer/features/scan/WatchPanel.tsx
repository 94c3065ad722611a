import { useState } from 'react';
import type { WatchableWindow } from '../../../core/contract/shell-records.ts';
import { ShortcutLayer } from '../../lib/shortcuts.tsx';
import type { Found } from './found.ts';
import { WatchedWindow } from './WatchedWindow.tsx';
import { WindowChooser } from './WindowChooser.tsx';

type Props = {
  /** The desktop asks its user what is to be seen; there is no list of windows. */
  readonly asksDesktop: boolean;
  readonly onFound: (found: readonly Found[]) => Promise<boolean>;
  readonly onBack: () => void;
};

/** One window of another program is chosen and watched until it shows a reset code. Escape leads back step by step. */
export function WatchPanel({ asksDesktop, onFound, onBack }: Props) {
  const [chosen, setChosen] = useState<WatchableWindow | null>(null);
  if (asksDesktop)
    return (
      <ShortcutLayer>
        <WatchedWindow window={null} onFound={onFound} onStop={onBack} />
      </ShortcutLayer>
    );
  return (
    <ShortcutLayer>
      {chosen === null ? (
        <WindowChooser onChoose={setChosen} onBack={onBack} />
      ) : (
        <WatchedWindow key={chosen.id} window={chosen} onFound={onFound} onStop={() => setChosen(null)} />
      )}
    </ShortcutLayer>
  );
}
