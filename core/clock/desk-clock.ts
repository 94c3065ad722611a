/** Two clocks read at the same moment, in milliseconds. */
export interface ClockReading {
  /** What the computer says the time is (epoch ms); it can be set, and can be wrong. */
  readonly wallMs: number;
  /** Counts evenly from any beginning, also while the computer sleeps, and cannot be set. */
  readonly steadyMs: number;
}

/** What has to be remembered from one run of the program to the next. */
export interface ClockMemory {
  /** Desk time minus the computer's time. */
  readonly offsetMs: number;
  /** The latest desk time that was ever given out (epoch ms). */
  readonly lastSeenAt: number;
}

/** `wasRunning`: seen as it happened, so its size is known; otherwise it was found at the start. */
export interface ClockJump {
  readonly direction: 'back' | 'forward';
  readonly byMs: number;
  readonly wasRunning: boolean;
}

/** The time the desk goes by. */
export interface Clock {
  /** Epoch ms. Never earlier than what it said before, whatever happens to the computer's clock. */
  now(): number;
}

/**
 * Time servers correct a clock by seconds. What is more than this was set by a person, or by a computer that found out that
 * it was wrong. Our own limit; shorter than the shortest thing that is counted here, a lock of five minutes.
 */
const toleratedMs = 30_000;

/**
 * A clock that neither loses nor invents time when the computer's clock is set.
 *
 * While the program runs, a steady clock tells how long something really took; a jump of the computer's clock changes
 * the offset between the two and nothing else, so that every countdown goes on as it was. Only a person can know which of
 * the two clocks is right: {@link adoptWall} is that decision.
 */
export class DeskClock implements Clock {
  readonly #read: () => ClockReading;
  #last: ClockReading;
  #offsetMs = 0;
  #lastSeenAt: number;
  #jump: ClockJump | null = null;

  constructor(read: () => ClockReading) {
    this.#read = read;
    this.#last = read();
    this.#lastSeenAt = this.#last.wallMs;
  }

  now(): number {
    const reading = this.#read();
    const elapsedMs = Math.max(0, reading.steadyMs - this.#last.steadyMs);
    const jumpMs = reading.wallMs - (this.#last.wallMs + elapsedMs);
    if (Math.abs(jumpMs) > toleratedMs) this.#shiftAway(jumpMs, true);
    this.#last = reading;
    this.#lastSeenAt = Math.max(this.#lastSeenAt, reading.wallMs + this.#offsetMs);
    return this.#lastSeenAt;
  }

  /**
   * Goes on where an earlier run stopped. A computer whose clock is behind what was seen then was set back meanwhile:
   * how long the program was off can not be known, so the desk goes on from that moment.
   */
  resume(memory: ClockMemory): void {
    const reading = this.#read();
    this.#last = reading;
    this.#offsetMs = memory.offsetMs;
    this.#lastSeenAt = memory.lastSeenAt;
    const behindMs = memory.lastSeenAt - (reading.wallMs + memory.offsetMs);
    if (behindMs > toleratedMs) this.#shiftAway(-behindMs, false);
    this.now();
  }

  memory(): ClockMemory {
    return { offsetMs: this.#offsetMs, lastSeenAt: this.#lastSeenAt };
  }

  /** Desk time minus the computer's time; 0 while they agree. */
  get offsetMs(): number {
    return this.#offsetMs;
  }

  /** The latest jump that still makes a difference; null while the clocks agree. */
  get jump(): ClockJump | null {
    return this.#jump;
  }

  /**
   * The computer's clock is the right one: the desk takes its time.
   *
   * @returns what has to be added to every time of before, so that each countdown has as much left as it had
   */
  adoptWall(): number {
    this.now();
    const shiftMs = this.#last.wallMs - this.#lastSeenAt;
    this.#offsetMs = 0;
    this.#jump = null;
    this.#lastSeenAt = this.#last.wallMs;
    return shiftMs;
  }

  #shiftAway(jumpMs: number, wasRunning: boolean): void {
    const offsetMs = this.#offsetMs - jumpMs;
    // Set wrong and set right again: the clocks agree as before.
    const agrees = Math.abs(offsetMs) <= toleratedMs;
    this.#offsetMs = agrees ? 0 : offsetMs;
    this.#jump = agrees
      ? null
      : { direction: jumpMs < 0 ? 'back' : 'forward', byMs: Math.abs(jumpMs), wasRunning };
  }
}
