import { SYSTEM_ABILITIES } from '../../../core/system/abilities.ts';
import { useCall } from '../../api/use-call.ts';

/** May the agent rely on this computer to tell that its screen is locked? Until the system is known, on no more than some do. */
export function useScreenLock(): 'yes' | 'depends' {
  const system = useCall('app.getInfo', {}).data?.system;
  return system !== undefined && SYSTEM_ABILITIES.screenLock[system].extent === 'yes' ? 'yes' : 'depends';
}
