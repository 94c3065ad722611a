import { Button, Group } from '@mantine/core';
import { IconAbc, IconTypography } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../../lib/shortcuts.tsx';
import { useCommandKey } from '../../../ui/use-command-key.tsx';
import { useCustomerLanguage } from '../customer-language.tsx';
import { LargeType } from './LargeType.tsx';
import { SecretCopyButton, type SecretCopying, SecretCopyNews } from './SecretCopy.tsx';
import { SpelledGroups } from './SpelledGroups.tsx';

type Props = {
  /** Empty while there is nothing, or the window is not in use. */
  readonly text: string;
  /** What it is, above the large type. */
  readonly title: string;
  /** The field that holds the text, and buttons of its own. */
  readonly children: ReactNode;
  readonly copying: SecretCopying;
  readonly isShown: boolean;
  readonly onToggle: () => void;
};

/** The ways to hand a code or password on: spelled in words, in large type, or by the clipboard. */
export function Spelling({ text, title, children, copying, isShown, onToggle }: Props) {
  const { t } = useTranslation('ticket');
  const largeKey = useCommandKey('secret.large');
  const spellKey = useCommandKey('secret.spell');
  const listId = useId();
  const [isLarge, setLarge] = useState(false);
  const { language } = useCustomerLanguage();
  const isEnabled = text !== '';
  useShortcuts([
    { command: 'secret.spell', run: onToggle, isEnabled },
    { command: 'secret.large', run: () => setLarge(true), isEnabled },
  ]);
  return (
    <>
      <Group gap="xs" align="flex-end">
        {children}
      </Group>
      <Group gap="xs">
        <Button
          variant="light"
          disabled={!isEnabled}
          leftSection={<IconAbc aria-hidden size={18} />}
          rightSection={spellKey.hint}
          aria-keyshortcuts={spellKey.aria}
          aria-expanded={isShown}
          aria-controls={listId}
          onClick={onToggle}
        >
          {t(isShown ? 'spelling.hide' : 'spelling.show')}
        </Button>
        <Button
          variant="default"
          disabled={!isEnabled}
          leftSection={<IconTypography aria-hidden size={18} />}
          rightSection={largeKey.hint}
          aria-keyshortcuts={largeKey.aria}
          onClick={() => setLarge(true)}
        >
          {t('spelling.large')}
        </Button>
        <SecretCopyButton text={text} copying={copying} />
      </Group>
      <SecretCopyNews copying={copying} />
      {isShown && isEnabled && (
        <Shown id={listId} onHide={onToggle}>
          <SpelledGroups text={text} language={language} />
        </Shown>
      )}
      <LargeType text={text} title={title} isOpen={isLarge} onClose={() => setLarge(false)} />
    </>
  );
}

type ShownProps = { readonly id: string; readonly onHide: () => void; readonly children: ReactNode };

function Shown({ id, onHide, children }: ShownProps) {
  const { t } = useTranslation('ticket');
  const box = useRef<HTMLDivElement>(null);
  // Before the page's own Escape, which would leave the ticket and with it forget the code.
  useShortcuts([{ key: 'Escape', label: t('spelling.hide'), run: onHide }]);
  useEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <div id={id} ref={box}>
      {children}
    </div>
  );
}
