import type { TicketCommand } from './command.ts';
import { setProofsAside } from './ownership.ts';
import { type OpenProgress, record } from './progress.ts';

type Attach<Type extends TicketCommand['type']> = Extract<TicketCommand, { type: Type }>;

/**
 * Who calls. Proofs are of one person and one device: those of another caller do not count for this one, nor do those that were
 * seen before it was known that the device is registered to somebody else. A caller who only was not named yet keeps them.
 */
export function attachCustomer(
  progress: OpenProgress,
  { customerId, ownerId, isPresumed = false }: Attach<'attachCustomer'>,
): OpenProgress {
  const { customerId: before } = progress.state;
  const presumed = isPresumed ? { isPresumed: true as const } : {};
  const attached = record(progress, { type: 'customerAttached', customerId, ...presumed });
  if (before === customerId) return attached;
  if (before !== null) return setProofsAside(attached, 'otherCaller');
  return ownerId === null || ownerId === customerId ? attached : setProofsAside(attached, 'otherOwner');
}

/** Which device it is about; see {@link attachCustomer}. */
export function attachDevice(
  progress: OpenProgress,
  { deviceId, serial, ownerId }: Attach<'attachDevice'>,
): OpenProgress {
  const { deviceId: before, customerId } = progress.state;
  const attached = record(progress, { type: 'deviceAttached', deviceId, serial });
  if (before !== null) return setProofsAside(attached, 'otherDevice');
  return ownerId === null || ownerId === customerId ? attached : setProofsAside(attached, 'otherOwner');
}
