import { describe, expect, it } from 'vitest';
import { isPersonName } from './person-name.ts';

describe('isPersonName', () => {
  it.each(['', '  ', 'root', ' Root ', 'ADMINISTRATOR', 'Administrador', 'user', 'SYSTEM'])(
    'lets nobody sign as %j',
    (name) => {
      expect(isPersonName(name)).toBe(false);
    },
  );

  it.each(['Kim', 'Ana María', 'Root, Thomas', '李', 'Userin'])('lets %j sign', (name) => {
    expect(isPersonName(name)).toBe(true);
  });
});
