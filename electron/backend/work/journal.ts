import type { CommandPart } from '../store/ports/commands.ts';

/** What a command of many did to each, and the run that it is a part of. */
export interface BulkTitle {
  /** The endpoint that does the same to one record. */
  readonly name: string;
  /** Commands of the same run are undone together; null for one that stands alone. */
  readonly runId: string | null;
}

/** Collects what one command changes, in order, so that it can be taken back. */
export class Journal {
  readonly #parts: CommandPart[] = [];
  #isOpen = true;
  /** Null for a command that is called as it was asked for. */
  bulkTitle: BulkTitle | null = null;

  /** What one command adds to one trail becomes one part, where it can be taken back as one. */
  note(part: CommandPart): void {
    if (!this.#isOpen) return;
    const index = this.#indexOfSame(part);
    const before = this.#parts[index];
    if (part.of === 'scans' || before === undefined || before.of === 'scans') this.#parts.push(part);
    else this.#parts[index] = { ...part, fromSequence: before.fromSequence };
  }

  /**
   * A record's part only grows while no other record's came after it: they refer to each other, so the way back must be
   * exactly the way there. A ticket stands by itself.
   */
  #indexOfSame(part: CommandPart): number {
    if (part.of === 'scans') return -1;
    const isSame = (other: CommandPart) =>
      other.of !== 'scans' && other.of === part.of && other.id === part.id;
    if (part.of === 'ticket') return this.#parts.findIndex(isSame);
    const last = this.#parts.findLastIndex(({ of }) => of !== 'scans' && of !== 'ticket');
    const lastRecord = this.#parts[last];
    return lastRecord !== undefined && isSame(lastRecord) ? last : -1;
  }

  /** An undo is not undone but redone, so it leaves no command of its own. */
  close(): void {
    this.#isOpen = false;
    this.#parts.length = 0;
  }

  parts(): readonly CommandPart[] {
    return this.#parts;
  }
}
