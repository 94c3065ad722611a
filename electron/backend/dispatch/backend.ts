import type { ClockMemory, DeskClock } from '../../../core/clock/desk-clock.ts';
import { CallError } from '../../../core/contract/errors.ts';
import type { Exported } from '../../../core/desk-log/desk-entry.ts';
import { countryOf } from '../../../core/phone.ts';
import { removePart } from '../../files/part-file.ts';
import { type PlaybookCatalog, PlaybookSupply } from '../playbooks/index.ts';
import { runRetention } from '../privacy/index.ts';
import { noteAgent, settleCountry } from '../settings/index.ts';
import type { FeedPart } from '../store/ports/change-feed.ts';
import type { Receipt } from '../store/ports/commands.ts';
import type { Repositories, Store } from '../store/ports/store.ts';
import { clockState, raiseDueAlarms, readClockMemory } from '../tickets/index.ts';
import { ImportDesk, Transfers } from '../transfer/index.ts';
import { recordCommand } from '../undo/index.ts';
import { exportAsJob, Maintenance, type RunJob } from '../upkeep/index.ts';
import type { Call, Change, Transactions } from '../work/call-context.ts';
import { logAtDesk } from '../work/desk-log.ts';
import { Journal } from '../work/journal.ts';
import { UndoneWords } from '../work/undone-words.ts';
import type { Announcement, Work } from '../work/work.ts';
import { ChangeTeller } from './change-teller.ts';

/** How long a command may be sent again. Main does so within seconds; a day is far beyond any doubt. */
const rememberRequestsMs = 24 * 60 * 60 * 1000;

/** Shorter than the jump that the desk clock takes for an ordinary correction. */
const noteClockEveryMs = 20_000;

/** Who acts where nobody does: the desk's own rules. */
const byTheDesk: Call = { requestId: '', name: '', actor: 'ResetDesk' };

/** What the backend is given from outside; tests give their own. */
export interface BackendParts {
  readonly playbooks: PlaybookCatalog;
  /** The time the desk goes by; the computer's own clock is asked nowhere else. */
  readonly clock: DeskClock;
  /** A new UUIDv7. */
  readonly newId: () => string;
  readonly openStore: (file: string, keyHex: string) => Promise<Store>;
  /** Runs long work on the database file beside the calls. */
  readonly runJob: RunJob;
  /** Told about bugs outside of calls; gets the error, never an input. */
  readonly log: (name: string, error: unknown) => void;
  /** Tells every window. */
  readonly announce: (announcement: Announcement) => void;
}

/** The open database and what every call needs. Calls must come one after another. */
export class Backend implements Transactions {
  readonly parts: BackendParts;
  readonly maintenance: Maintenance;
  readonly playbookSupply: PlaybookSupply;
  readonly transfers: Transfers;
  readonly imports: ImportDesk;
  /** Words that look like a secret and are none, as the agent says; forgotten when the database is closed. */
  readonly harmlessWords = new Set<string>();
  readonly #undoneWords = new UndoneWords();
  readonly #changes: ChangeTeller;
  #database: { readonly file: string; readonly keyHex: string } | null = null;
  #store: Store | null = null;
  /** Null until something was told since the database was opened: a window may have looked at the clock before. */
  #announcedOffsetMs: number | null = null;
  #notedClock: ClockMemory = { offsetMs: 0, lastSeenAt: 0 };

  constructor(parts: BackendParts) {
    this.parts = parts;
    const now = () => parts.clock.now();
    const runRetentionHere = () => runRetention((run) => this.#transact(byTheDesk, run));
    this.maintenance = new Maintenance({ ...parts, clock: now, runRetention: runRetentionHere });
    this.transfers = new Transfers({ ...parts, now, runExport: exportAsJob(parts.runJob) });
    this.imports = new ImportDesk(parts.newId);
    this.#changes = new ChangeTeller(parts.announce, (error) => parts.log('changes', error));
    this.playbookSupply = new PlaybookSupply(parts);
  }

  /** @param country the computer's own, for a desk that has none yet */
  async openStore(file: string, keyHex: string, country: string | null = null): Promise<void> {
    await this.closeStore();
    const store = await this.parts.openStore(file, keyHex);
    this.#store = store;
    this.#database = { file, keyHex };
    await this.#changes.attach(store);
    await removeUnfinishedExport(store);
    this.#notedClock = await store.transact(readClockMemory);
    this.parts.clock.resume(this.#notedClock);
    this.#announcedOffsetMs = null;
    await this.#noteBeginning();
    await this.#settleCountry(country);
    await this.#noteNews(store.found.news);
    await this.playbookSupply.attach(file, store);
    await this.maintenance.attach({ file, keyHex, store });
  }

  async closeStore(): Promise<void> {
    await this.transfers.stop();
    this.imports.putAway();
    this.harmlessWords.clear();
    this.#undoneWords.clear();
    const store = this.#store;
    this.#store = null;
    this.#database = null;
    this.maintenance.detach();
    this.#changes.detach();
    this.playbookSupply.detach();
    await store?.close();
  }

  /**
   * Writes records into a file, beside the calls.
   *
   * @throws CallError `store_locked` before the database is open, `refused` while another transfer runs
   */
  startExport(call: Call, what: Exported, file: string): void {
    const database = this.#database;
    if (database === null) throw storeLocked();
    const note = (rows: number) =>
      this.#transact(call, (work) => logAtDesk(work, { type: 'exported', what, rows }));
    const remember = (path: string | null) =>
      this.#transact(byTheDesk, ({ repositories }) => repositories.desk.setExportFile(path));
    this.transfers.startExport({ what, file, database, note, remember });
  }

  /** Closes the database for work that needs its file alone; it is to be opened again afterwards. */
  async withClosedStore<Result>(work: (now: number) => Promise<Result>): Promise<Result> {
    await this.closeStore();
    await this.maintenance.settle();
    return work(this.parts.clock.now());
  }

  /** @throws CallError `store_locked` before the database is open */
  async listChanges(since: string | null): Promise<FeedPart> {
    if (this.#store === null) throw storeLocked();
    return this.#store.changesSince(since);
  }

  async perform<Result>(call: Call, run: (work: Work) => Promise<Result>): Promise<Result> {
    return this.#transact(call, run);
  }

  async command<Answer>(
    call: Call,
    change: Change,
    answer: (work: Work, receipt: Receipt) => Promise<Answer>,
  ): Promise<Answer> {
    return this.#transact(call, async (work) => {
      const { requests } = work.repositories;
      const handled = await requests.find(call.requestId);
      if (handled !== null) return answer(work, handled);
      await noteAgent(work);
      const receipt = await change(work);
      await recordCommand(work, call.name);
      await requests.remember(call.requestId, receipt, work.now, work.now - rememberRequestsMs);
      return answer(work, receipt);
    });
  }

  /**
   * Looks at the clock: tells what has become due, and keeps what was seen of the time. Nothing before the database is
   * open. Called every few seconds, and at once when the computer wakes up.
   */
  async tick(): Promise<void> {
    if (this.#store === null) return;
    await this.#transact({ requestId: '', name: '', actor: '' }, async (work) => {
      await raiseDueAlarms(work);
      await this.#noteClock(work);
    });
    this.#store?.tidy();
    const { offsetMs } = this.parts.clock;
    if (offsetMs === this.#announcedOffsetMs) return;
    this.#announcedOffsetMs = offsetMs;
    this.parts.announce({ name: 'clock.changed', payload: clockState(this.parts.clock) });
  }

  /** What opening found goes into the desk's log, with whoever brought it about. */
  async #noteNews(news: Store['found']['news']): Promise<void> {
    if (news === null) return;
    const call = { ...byTheDesk, actor: news.actor || byTheDesk.actor };
    await this.#transact(call, (work) => logAtDesk(work, news.entry));
  }

  /** A run may end before the first look: what it did must not lie in the future of the next one. */
  async #noteBeginning(): Promise<void> {
    try {
      await this.#transact(byTheDesk, (work) => this.#noteClock(work));
    } catch (error) {
      // A full disk does not keep the desk shut; the next look notes the time.
      this.parts.log('clock', error);
    }
  }

  async #settleCountry(named: string | null): Promise<void> {
    const country = named === null ? null : countryOf(named);
    try {
      if (country !== null) await this.#transact(byTheDesk, (work) => settleCountry(work, country));
    } catch (error) {
      // The next start settles it.
      this.parts.log('country', error);
    }
  }

  /** Not at every look: each note is a write to the disk. */
  async #noteClock({ repositories }: Work): Promise<void> {
    const memory = this.parts.clock.memory();
    const isFresh = memory.lastSeenAt - this.#notedClock.lastSeenAt < noteClockEveryMs;
    if (isFresh && memory.offsetMs === this.#notedClock.offsetMs) return;
    await repositories.desk.setClock(memory);
    this.#notedClock = memory;
  }

  /** Announces only what has become durable. */
  async #transact<Result>(call: Call, run: (work: Work) => Promise<Result>): Promise<Result> {
    if (this.#store === null) throw storeLocked();
    const store = this.#store;
    const announcements: Announcement[] = [];
    let isErasing = false;
    const leaveNoCopy = () => {
      isErasing = true;
    };
    const result = await store.transact((repositories) =>
      run({ ...this.#workOf(call, repositories, announcements), leaveNoCopy }),
    );
    if (isErasing) store.emptyLog();
    await this.#changes.settled();
    for (const announcement of announcements) this.parts.announce(announcement);
    return result;
  }

  #workOf(
    { actor }: Call,
    repositories: Repositories,
    announcements: Announcement[],
  ): Omit<Work, 'leaveNoCopy'> {
    const { playbooks, clock, newId } = this.parts;
    const announce = (announcement: Announcement) => void announcements.push(announcement);
    const undoneWords = this.#undoneWords;
    const journal = new Journal();
    return { repositories, playbooks, now: clock.now(), actor, journal, undoneWords, newId, announce };
  }
}

function storeLocked(): CallError {
  return new CallError('store_locked', 'The database is not open.');
}

/** What an export had written when the program was ended in the middle: readable by anybody, and by nobody expected. */
async function removeUnfinishedExport(store: Store): Promise<void> {
  const path = await store.transact(({ desk }) => desk.getExportFile());
  if (path !== null && (await removePart(path))) await store.transact(({ desk }) => desk.setExportFile(null));
}
