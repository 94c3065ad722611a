import { Button, Text } from '@mantine/core';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PracticeDevice } from '../../../../core/practice/device.ts';
import { Notice } from '../../../ui/Notice.tsx';
import classes from '../Monitor.module.css';

type Props = { readonly device: PracticeDevice; readonly isLoggedIn: boolean };

const TILES = ['1', '2', '3', '4'] as const;

/** The live view; a right click, or the button, asks for the login. */
export function LiveScreen({ device, isLoggedIn }: Props) {
  const { t } = useTranslation('practice');
  const openMenu = (event: MouseEvent) => {
    event.preventDefault();
    if (!isLoggedIn) device.openLogin();
  };
  return (
    <div className={classes['live']}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the right click of a real recorder; the button below does the same by keyboard. */}
      <div className={classes['tiles']} onContextMenu={openMenu}>
        {TILES.map((number) => (
          <div key={number} className={classes['tile']}>
            {t('live.tile', { number })}
          </div>
        ))}
      </div>
      <div className={classes['bar']}>
        {isLoggedIn ? (
          <Notice tone="success" title={t('live.loggedIn')}>
            {t('live.loggedInNext')}
          </Notice>
        ) : (
          <Text size="sm">{t('live.hint')}</Text>
        )}
        {isLoggedIn ? (
          <Button flex="none" variant="default" onClick={() => device.closePage()}>
            {t('live.logOut')}
          </Button>
        ) : (
          <Button flex="none" onClick={() => device.openLogin()}>
            {t('live.menu')}
          </Button>
        )}
      </div>
    </div>
  );
}
