import { Button, Menu } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { CommandId } from '../../../../core/commands/commands.ts';
import { ShortcutLayer, useShortcuts } from '../../../lib/shortcuts.tsx';
import { EscapeKey } from '../../../ui/EscapeKey.tsx';
import { useCommandKey } from '../../../ui/use-command-key.tsx';

type Props = {
  readonly label: string;
  /** Opens the menu. */
  readonly command: CommandId;
  readonly isEnabled: boolean;
  /** The key was pressed before the button was there. */
  readonly isOpenAtFirst?: boolean;
  readonly icon: ReactNode;
  readonly children: ReactNode;
};

/** A button of the bar with its menu; the menu is made when it is opened. */
export function ActionMenu({ label, command, isEnabled, isOpenAtFirst = false, icon, children }: Props) {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const open = () => setOpen(true);
  const key = useCommandKey(command);
  useShortcuts([{ command, run: open, isEnabled, isQuiet: true }]);
  return (
    <Menu opened={isOpen} onChange={setOpen} position="bottom-start" shadow="md" trapFocus returnFocus>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={icon}
          rightSection={key.hint}
          disabled={!isEnabled}
          aria-keyshortcuts={key.aria}
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
