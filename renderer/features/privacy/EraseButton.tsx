import { Button, type ButtonProps } from '@mantine/core';
import type { ComponentPropsWithoutRef } from 'react';
import classes from './EraseButton.module.css';

type Props = ButtonProps & Omit<ComponentPropsWithoutRef<'button'>, keyof ButtonProps>;

/** Leads to what can not be undone. The library's red is too faint for text. */
export function EraseButton(props: Props) {
  return <Button variant="default" className={classes['erase'] ?? ''} {...props} />;
}
