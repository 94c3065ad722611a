import type { CommandPart } from '../store/ports.ts';

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

  /** What one command adds to one record's trail becomes one part. */
  note(part: CommandPart): void {
    if (!this.#isOpen) return;
    if (part.of === 'scans') {
      this.#parts.push(part);
      return;
    }
    const index = this.#parts.findIndex(
      (other) => other.of !== 'scans' && other.of === part.of && other.id === part.id,
    );
    const before = this.#parts[index];
    if (before === undefined || before.of === 'scans') this.#parts.push(part);
    else this.#parts[index] = { ...part, fromSequence: before.fromSequence };
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
