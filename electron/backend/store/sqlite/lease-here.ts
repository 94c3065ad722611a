import { type LeaseOptions, ordinaryLease } from './lease.ts';

/** Main gives it on the evaluation runtime only, for tests of two computers at one profile. */
const hostSwitch = '--host-name=';

const hostName = process.argv.find((argument) => argument.startsWith(hostSwitch))?.slice(hostSwitch.length);

/**
 * The lease of this program. Whoever lost it must not write another byte, and closing the database in good order, as an
 * ordinary end of the program does, would write its log into the file. So the program is ended at once, and the one that is
 * started in its place says who has the records.
 */
export const leaseHere: LeaseOptions = {
  ...ordinaryLease,
  host: hostName ?? ordinaryLease.host,
  onLost: () => void process.kill(process.pid, 'SIGKILL'),
};
