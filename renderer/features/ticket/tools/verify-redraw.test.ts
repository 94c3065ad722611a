import { describe, expect, it } from 'vitest';
import type { RedrawRequest } from '../../../../core/qr/redraw.ts';
import { verifiedRedraw } from './verify-redraw.ts';

const payload = `RSPWA200000017${'Ab+/'.repeat(86)}`;
const request: RedrawRequest = { payload, qrVersion: 20, ecLevel: 'H', maskPattern: 3 };
const right = new TextEncoder().encode(payload);
const wrong = new TextEncoder().encode(payload.replace('Ab', 'aB'));

/** Answers the given readings in turn, then nothing. */
function readerOf(readings: readonly (readonly Uint8Array[])[]) {
  const sizes: number[] = [];
  return {
    sizes,
    read: async ({ width }: { readonly width: number }) => {
      sizes.push(width);
      return readings[sizes.length - 1] ?? [];
    },
  };
}

describe('verifiedRedraw', () => {
  it('draws the symbol as it was scanned when it reads back as the payload', async () => {
    const reader = readerOf([[right]]);
    const grid = await verifiedRedraw(request, reader.read);
    // Version 20 has 97 modules a side.
    expect(grid?.size).toBe(97);
    expect(reader.sizes).toEqual([(97 + 8) * 4]);
  });

  it('tries another drawing when one reads back as something else or not at all', async () => {
    const reader = readerOf([[wrong], [], [right]]);
    const grid = await verifiedRedraw(request, reader.read);
    expect(reader.sizes).toHaveLength(3);
    // 358 bytes at level M fit version 14, 73 modules a side.
    expect(grid?.size).toBe(73);
  });

  it('answers nothing when no drawing reads back as the payload', async () => {
    const reader = readerOf([[wrong], [wrong], [wrong], [wrong]]);
    expect(await verifiedRedraw(request, reader.read)).toBeNull();
  });

  it('refuses a reading that only begins like the payload', async () => {
    const reader = readerOf([[right.subarray(0, -1)], [new Uint8Array([...right, 65])]]);
    expect(await verifiedRedraw(request, reader.read)).toBeNull();
  });

  it('answers nothing for a text that no QR can hold', async () => {
    const reader = readerOf([]);
    expect(await verifiedRedraw({ ...request, payload: 'x'.repeat(3000) }, reader.read)).toBeNull();
    expect(reader.sizes).toEqual([]);
  });
});
