import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { createQueryClient } from '../api/query-client.ts';
import { useCall } from '../api/use-call.ts';
import { useContractEvents } from '../api/use-contract-events.ts';
import { contrastTheme, theme, toContrastVariables, toCssVariables } from '../ui/theme.ts';
import { useWindowLanguage } from './use-window-language.ts';

/** Data, language, theme and events for a window. */
export function AppProviders({ children }: { children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queryClient}>
      <ThemedPage>{children}</ThemedPage>
    </QueryClientProvider>
  );
}

function ThemedPage({ children }: { children: ReactNode }) {
  useContractEvents();
  const settings = useCall('settings.get', {});
  useWindowLanguage(settings.data?.language);
  const scheme = settings.data?.theme ?? 'system';
  const isContrast = scheme === 'contrast';
  return (
    <MantineProvider
      theme={isContrast ? contrastTheme : theme}
      cssVariablesResolver={isContrast ? toContrastVariables : toCssVariables}
      defaultColorScheme="auto"
      {...(scheme === 'system' ? {} : { forceColorScheme: isContrast ? 'light' : scheme })}
    >
      {children}
    </MantineProvider>
  );
}
