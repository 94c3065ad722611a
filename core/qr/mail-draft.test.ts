import { describe, expect, it } from 'vitest';
import { resetMailDraft } from './mail-draft.ts';

describe('resetMailDraft', () => {
  it('carries the payload and nothing else to the address on the device', () => {
    const draft = resetMailDraft('TESTA1KEYNO001AAAA==', 'reset@vendor.example');
    expect(draft).toMatchObject({ to: 'reset@vendor.example', body: 'TESTA1KEYNO001AAAA==' });
    expect(draft.subject).not.toContain('KEYNO001');
  });
});
