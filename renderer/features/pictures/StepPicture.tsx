import { Button, Modal, SegmentedControl, Text, Title } from '@mantine/core';
import { IconZoomIn } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PictureName } from '../../../core/playbook/picture.ts';
import { ShortcutLayer, useShortcuts } from '../../lib/shortcuts.tsx';
import { useCommandKey } from '../../ui/use-command-key.tsx';
import { type Drawing, drawingsOf } from './drawings.ts';
import classes from './Pictures.module.css';

type Props = {
  readonly name: PictureName;
  /** Only its title, beside a tool that needs the room; it is one key away. */
  readonly isFolded?: boolean;
};

/** A step's drawing with its legend; several looks of the same place can be compared. `Z` shows it large. */
export function StepPicture({ name, isFolded = false }: Props) {
  const { t } = useTranslation('pictures');
  const pictureKey = useCommandKey('ticket.picture');
  const drawings = drawingsOf[name];
  const [shownId, setShownId] = useState(drawings[0].id);
  const [isLarge, setLarge] = useState(false);
  const shown = drawings.find(({ id }) => id === shownId) ?? drawings[0];
  const headingId = useId();
  useShortcuts([{ command: 'ticket.picture', run: () => setLarge(true), isQuiet: true }]);
  const choice = drawings.length > 1 && (
    <SegmentedControl
      size="xs"
      aria-label={t('looks')}
      value={shown.id}
      onChange={setShownId}
      data={drawings.map(({ id }) => ({ value: id, label: t(`short.${id}`) }))}
    />
  );
  return (
    <section aria-labelledby={headingId} className={classes['frame']}>
      <div className={classes['bar']}>
        <Title order={3} size="h6" id={headingId}>
          {t(`title.${shown.id}`)}
        </Title>
        {!isFolded && choice}
        <Button
          size="compact-sm"
          variant="subtle"
          className={classes['enlarge'] ?? ''}
          title={t('enlarge')}
          aria-keyshortcuts={pictureKey.aria}
          leftSection={<IconZoomIn aria-hidden size={16} />}
          rightSection={pictureKey.hint}
          onClick={() => setLarge(true)}
        >
          <span className={isFolded ? undefined : classes['enlargeWord']}>{t('enlarge')}</span>
        </Button>
      </div>
      {!isFolded && <Figure drawing={shown} />}
      <Modal
        opened={isLarge}
        onClose={() => setLarge(false)}
        size="min(1100px, 94vw)"
        title={t(`title.${shown.id}`)}
        closeButtonProps={{ 'aria-label': t('common:actions.close') }}
      >
        <ShortcutLayer>
          <CloseKeys onClose={() => setLarge(false)} />
          {choice}
          <Figure drawing={shown} isLarge />
        </ShortcutLayer>
      </Modal>
    </section>
  );
}

/** The legend says in words what the drawing shows, so that it is also the text alternative. */
function Figure({ drawing, isLarge = false }: { readonly drawing: Drawing; readonly isLarge?: boolean }) {
  const { t } = useTranslation('pictures');
  const marks = Array.from({ length: drawing.marks }, (_, index) => index + 1);
  const { Picture } = drawing;
  return (
    <div className={`${classes['card']} ${isLarge ? classes['large'] : ''}`}>
      <Picture />
      <div>
        <ol className={classes['legend']}>
          {marks.map((mark) => (
            <li key={mark}>{t(`legend.${drawing.id}.${mark}`)}</li>
          ))}
        </ol>
        <Text size="xs" c="dimmed" mt="xs">
          {t('schematic')}
        </Text>
      </div>
    </div>
  );
}

function CloseKeys({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const label = t('common:actions.close');
  useShortcuts([
    { key: 'Escape', label, run: onClose },
    { command: 'ticket.picture', label, run: onClose, isQuiet: true },
  ]);
  return null;
}
