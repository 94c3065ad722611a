import { createHash } from 'node:crypto';
import { networkInterfaces } from 'node:os';

const NO_ADDRESS = '00:00:00:00:00:00';

/**
 * Tells this computer from another of the same name, which copies of one installation have: a digest of the addresses of its network
 * cards. Another card makes it another computer, which costs the first start after a crash some seconds.
 *
 * @returns 16 hex digits
 */
export function thisComputer(): string {
  const addresses = Object.values(networkInterfaces())
    .flatMap((cards) => cards ?? [])
    .filter(({ internal, mac }) => !internal && mac !== NO_ADDRESS)
    .map(({ mac }) => mac);
  return createHash('sha256')
    .update([...new Set(addresses)].sort().join())
    .digest('hex')
    .slice(0, 16);
}
