import { Button, Menu } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ShortcutLayer, useShortcuts } from '../../../lib/shortcuts.tsx';
import { EscapeKey } from '../../../ui/EscapeKey.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';

type Props = {
  readonly label: string;
  /** Opens the menu. */
  readonly keyName: string | null;
  readonly isEnabled: boolean;
  readonly icon: ReactNode;
  readonly children: ReactNode;
};

/** A button of the bar with its menu; the menu is made when it is opened. */
export function ActionMenu({ label, keyName, isEnabled, icon, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const open = () => setOpen(true);
  useShortcuts(keyName === null ? [] : [{ key: keyName, label, run: open, isEnabled, isQuiet: true }]);
  return (
    <Menu opened={isOpen} onChange={setOpen} position="bottom-start" shadow="md" trapFocus returnFocus>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={icon}
          rightSection={keyName !== null && <KeyHint name={keyName} />}
          disabled={!isEnabled}
          {...(keyName === null ? {} : { 'aria-keyshortcuts': keyName })}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {isOpen && (
          <ShortcutLayer>
            <EscapeKey onClose={() => setOpen(false)} />
            {children}
          </ShortcutLayer>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
