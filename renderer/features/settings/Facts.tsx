import { Text } from '@mantine/core';
import { Fragment } from 'react';
import classes from './SettingsPage.module.css';

type Props = { readonly facts: readonly { readonly name: string; readonly value: string }[] };

/** Names with what there is to say of each. */
export function Facts({ facts }: Props) {
  return (
    <dl className={classes['facts']}>
      {facts.map(({ name, value }) => (
        <Fragment key={name}>
          <Text component="dt" size="sm">
            {name}
          </Text>
          <Text component="dd" size="sm">
            {value}
          </Text>
        </Fragment>
      ))}
    </dl>
  );
}
