import type { CallOutput } from '../../../core/contract/contract.ts';
import type { Settings, VaultState } from '../../../core/contract/shell-records.ts';

export type FirstDayStep = {
  readonly name: 'protection' | 'recoveryKey' | 'shop' | 'country' | 'camera';
  readonly isDone: boolean;
};

/** What is done shows by itself: nothing has to be ticked. */
export function firstDaySteps(
  vault: Pick<Extract<VaultState, { state: 'open' }>, 'protection' | 'recoveryKeyMadeAt'>,
  desk: Pick<CallOutput<'desk.getSettings'>['settings'], 'shop' | 'country'>,
  settings: Pick<Settings, 'cameraLabel'>,
): readonly FirstDayStep[] {
  return [
    { name: 'protection', isDone: vault.protection !== 'unprotected' },
    { name: 'recoveryKey', isDone: vault.recoveryKeyMadeAt !== null },
    { name: 'shop', isDone: desk.shop.name !== '' },
    { name: 'country', isDone: desk.country !== null },
    { name: 'camera', isDone: settings.cameraLabel !== null },
  ];
}
