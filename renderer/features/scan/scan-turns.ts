import type { ScanSource } from '../../../core/values.ts';

/** What the turns need to tell, and to know, of what they run. */
export interface TurnHost {
  readonly onStart: () => void;
  readonly onFailure: (source: ScanSource, error: Error) => void;
  /** Has what ran last left a question or a choice that the agent has not answered? */
  readonly hasAsked: () => boolean;
}

type Work = () => Promise<void>;

/** One action at a time; each answers whether it has run. */
export interface ScanTurns {
  readonly underWay: () => ScanSource | null;
  /** Now or not at all. */
  readonly run: (source: ScanSource, work: Work) => Promise<boolean>;
  /** Now or next; not at all when something newer is handed in meanwhile. */
  readonly runInTurn: (source: ScanSource, work: Work) => Promise<boolean>;
  /** Now or next, for what can be had again: not in place of what waits already, and not over a question or a choice. */
  readonly runIfFree: (source: ScanSource, work: Work) => Promise<boolean>;
}

/** What was handed in while something else was under way. */
interface Waiting {
  readonly start: () => Promise<boolean>;
  readonly settle: (hasRun: boolean) => void;
  readonly yieldsToQuestion: boolean;
}

export function createScanTurns(host: TurnHost): ScanTurns {
  let underWay: ScanSource | null = null;
  let waiting: Waiting | null = null;

  async function run(source: ScanSource, work: Work): Promise<boolean> {
    if (underWay !== null) return false;
    underWay = source;
    host.onStart();
    try {
      await work();
    } catch (thrown) {
      host.onFailure(source, thrown instanceof Error ? thrown : new Error('Scanning failed.'));
    } finally {
      underWay = null;
      startWaiting();
    }
    return true;
  }

  function wait(source: ScanSource, work: Work, yieldsToQuestion: boolean): Promise<boolean> {
    if (underWay === null) return run(source, work);
    waiting?.settle(false);
    return new Promise((resolve) => {
      waiting = { start: () => run(source, work), settle: resolve, yieldsToQuestion };
    });
  }

  function startWaiting(): void {
    const next = waiting;
    waiting = null;
    if (next?.yieldsToQuestion && host.hasAsked()) next.settle(false);
    else if (next !== null) void next.start().then(next.settle);
  }

  return {
    underWay: () => underWay,
    run,
    runInTurn: (source, work) => wait(source, work, false),
    runIfFree: (source, work) => (waiting === null ? wait(source, work, true) : Promise.resolve(false)),
  };
}
