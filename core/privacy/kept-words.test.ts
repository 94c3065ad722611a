import { describe, expect, it } from 'vitest';
import { contract } from '../contract/contract.ts';
import { acceleratorSchema } from '../contract/shell-records.ts';
import { secretFragments } from './kept-words.ts';

const nothingAllowed = () => false;

describe('what is looked at before it is kept', () => {
  it('is what an agent types into this computer’s settings', () => {
    expect(contract['settings.update'].keepsWords).toBe(true);
    expect(secretFragments({ agentName: 'Kim code 8kTm3vQz' }, nothingAllowed)).toEqual(['8kTm3vQz']);
  });

  it('are not the keys of a shortcut, which have capitals, digits and signs as passwords have', () => {
    for (const hotkey of ['Control+Shift+F8', 'Command+Shift+2', 'Control+Shift+F12']) {
      expect(acceleratorSchema.safeParse(hotkey).success).toBe(true);
      expect(secretFragments({ hotkey }, nothingAllowed)).toEqual([]);
    }
  });

  it('are not the names that the computer gives its printers and cameras', () => {
    const printer = 'HP+Laser#402dn';
    const change = {
      cameraDeviceId: 'pA55+word=1234567890',
      cameraLabel: 'Cam#4K+ProHD1 (046d:0825)',
      printing: { handOut: { printer, paper: 'a4' }, receipt: { printer, paper: 'receipt80' } },
    };
    expect(secretFragments(change, nothingAllowed)).toEqual([]);
  });
});
