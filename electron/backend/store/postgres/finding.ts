/** What a connection can fail at, in the order in which it is tried. */
export type FindingPoint =
  | 'host'
  | 'tls'
  | 'login'
  | 'database'
  | 'version'
  | 'writable'
  | 'role'
  | 'schema'
  | 'pooling'
  /** Of an enrolment, or of the team's key. */
  | 'file';

/** Something about the team's store that is not as it must be. */
export interface Finding {
  readonly point: FindingPoint;
  /** What happened and what was seen; it holds no secret. */
  readonly seen: string;
  /** What to do about it. */
  readonly advice: string;
}

/** The team's store can not be used as it is; an expected failure, not a bug. */
export class TeamStoreError extends Error {
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super(findings.map(({ seen, advice }) => `${seen} ${advice}`).join('\n'));
    this.findings = findings;
  }
}

/** A refusal with one reason. */
export function refusal(point: FindingPoint, seen: string, advice: string): TeamStoreError {
  return new TeamStoreError([{ point, seen, advice }]);
}
