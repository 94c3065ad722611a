import type { HeadRenewal } from '../../../../core/desk-log/desk-entry.ts';
import type { Exchange } from '../../../../core/evidence/records-head.ts';
import type { ChangeFeed } from './change-feed.ts';
import type { CommandRepository, RequestRepository } from './commands.ts';
import type { DashboardRepository } from './dashboard.ts';
import type {
  AlarmRepository,
  DeskRepository,
  PlaybookRepository,
  SafetyRepository,
  WordsRepository,
} from './desk.ts';
import type { AttachmentRepository, DemoRepository, DeskLogRepository, PrivacyRepository } from './in-out.ts';
import type { CustomerRepository, DeviceRepository, SiteRepository } from './people.ts';
import type { QueueRepository, SavedViewRepository } from './queue.ts';
import type { RecordLogRepository, RelatedRepository } from './record-log.ts';
import type { SearchRepository } from './search.ts';
import type { ScanRepository, TicketEventRepository, TicketRepository } from './tickets.ts';

/** A database of the backend, whichever engine holds it. */
export interface Store extends ChangeFeed {
  /**
   * Runs `work` in one transaction: all of it is durable when the promise resolves, none of it when it rejects.
   *
   * @throws CallError `store_failed` when the database can not be read or written
   */
  transact<Result>(work: (repositories: Repositories) => Promise<Result>): Promise<Result>;
  /** What opening it found, besides the records. */
  readonly found: {
    /** To be put into the desk's log. */
    readonly news: Exchange | { readonly actor: null; readonly entry: HeadRenewal } | null;
    /** It is not what was noted of it when it was last used: a check says what is missing or changed. */
    readonly isDoubtful: boolean;
  };
  /** Leaves nothing that was erased in the log of the latest changes. */
  emptyLog(): void;
  /** To be called every now and then. */
  tidy(): void;
  close(): Promise<void>;
}

export interface Repositories {
  readonly customers: CustomerRepository;
  readonly sites: SiteRepository;
  readonly devices: DeviceRepository;
  readonly tickets: TicketRepository;
  readonly queue: QueueRepository;
  readonly dashboard: DashboardRepository;
  readonly savedViews: SavedViewRepository;
  readonly events: TicketEventRepository;
  readonly scans: ScanRepository;
  readonly desk: DeskRepository;
  readonly playbooks: PlaybookRepository;
  readonly recordLog: RecordLogRepository;
  readonly commands: CommandRepository;
  readonly related: RelatedRepository;
  readonly requests: RequestRepository;
  readonly alarms: AlarmRepository;
  readonly search: SearchRepository;
  readonly safety: SafetyRepository;
  readonly words: WordsRepository;
  readonly attachments: AttachmentRepository;
  readonly deskLog: DeskLogRepository;
  readonly privacy: PrivacyRepository;
  readonly demo: DemoRepository;
  readonly evidence: {
    /** Of the head that this transaction brings about. */
    nextSerial(): number;
    /** From now on the trails count as they are; the last thing that a transaction does. */
    acceptTrails(): void;
  };
}
