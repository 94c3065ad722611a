import type { UpdateRefusal } from '../../../core/update/update-state.ts';

/** Nothing is taken, and why; an expected end. */
export class Refused extends Error {
  readonly reason: UpdateRefusal;
  readonly version: string | null;

  /** @param version what a feed with a good signature offered */
  constructor(reason: UpdateRefusal, version: string | null = null) {
    super(reason);
    this.reason = reason;
    this.version = version;
  }
}
