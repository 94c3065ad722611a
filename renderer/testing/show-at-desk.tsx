import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { type UserEvent, userEvent } from '@testing-library/user-event';
import i18next from 'i18next';
import type { ReactNode } from 'react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { createQueryClient } from '../api/query-client.ts';
import { ShortcutProvider } from '../lib/shortcuts.tsx';
import { theme } from '../ui/theme.ts';
import { type Answers, bridge } from './bridge.ts';

/** A part of the window as it stands at the desk, over a desk that answers what the test says. */
export function showAtDesk(shown: ReactNode, answers: Answers = {}): { user: UserEvent; places: string[] } {
  bridge.answerWith(answers);
  const location = memoryLocation({ path: '/', record: true });
  const queryClient = createQueryClient();
  render(
    <QueryClientProvider client={queryClient}>
      <MantineProvider theme={theme} env="test">
        <Router hook={location.hook}>
          <ShortcutProvider areSingleKeysEnabled chosen={{}}>
            {shown}
          </ShortcutProvider>
        </Router>
      </MantineProvider>
    </QueryClientProvider>,
  );
  return { user: userEvent.setup(), places: location.history };
}

/** A text of the window by its key, such as `safety:key.noRecovery`. */
export function say(key: string, values: Readonly<Record<string, unknown>> = {}): string {
  const text = i18next.t(key, values);
  if (!i18next.exists(key, values)) throw new Error(`There is no text ${key}.`);
  return text;
}
