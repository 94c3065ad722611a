import { Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { isHandElsewhere } from '../../../lib/text-field.ts';
import { STAGE_HEADING_ID } from '../focus.ts';
import classes from './Stage.module.css';

type Props = {
  readonly text: string;
  /** Tools that stand beside it. */
  readonly children?: ReactNode;
};

/**
 * Takes the focus when its text comes up, so that a screen reader reads it and Enter gives the primary answer. Not from a field
 * that is typed in, nor out of an open dialog: a scan or a colleague can move the ticket on meanwhile, and the next keys must not
 * become answers.
 */
export function StageHeading({ text, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new text is a new step.
  useEffect(() => {
    if (!isHandElsewhere(document.activeElement)) heading.current?.focus();
  }, [text]);
  return (
    <div className={classes['head']}>
      <Title ref={heading} id={STAGE_HEADING_ID} order={2} size="h3" tabIndex={-1}>
        {text}
      </Title>
      {children}
    </div>
  );
}
