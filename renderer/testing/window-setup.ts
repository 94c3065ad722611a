import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';
import { startI18n } from '../lib/i18n.ts';
import { bridge } from './bridge.ts';

// Before anything of the window asks for it.
Object.assign(window, { resetdesk: bridge.transport });
await startI18n('en');

afterEach(() => {
  cleanup();
  bridge.forget();
});
