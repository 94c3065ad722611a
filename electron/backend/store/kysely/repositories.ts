import type { SearchRepository } from '../ports/search.ts';
import type { Repositories } from '../ports/store.ts';
import { KyselyAlarmRepository } from './alarm-repository.ts';
import { KyselyAttachmentRepository } from './attachment-repository.ts';
import { KyselyCommandRepository } from './command-repository.ts';
import { KyselyCustomerRepository } from './customer-repository.ts';
import { KyselyDashboardRepository } from './dashboard-repository.ts';
import { KyselyDemoRepository } from './demo-repository.ts';
import { KyselyDeskLogRepository } from './desk-log-repository.ts';
import { KyselyDeskRepository } from './desk-repository.ts';
import { KyselyDeviceRepository } from './device-repository.ts';
import { KyselyPlaybookRepository } from './playbook-repository.ts';
import { KyselyPrivacyRepository } from './privacy-repository.ts';
import { KyselyQueueRepository } from './queue-repository.ts';
import { KyselyRecordLogRepository } from './record-log-repository.ts';
import { KyselyRelatedRepository } from './related-repository.ts';
import { KyselyRequestRepository } from './request-repository.ts';
import { KyselySafetyRepository } from './safety-repository.ts';
import { KyselySavedViewRepository } from './saved-view-repository.ts';
import { KyselyScanRepository } from './scan-repository.ts';
import { KyselySiteRepository } from './site-repository.ts';
import type { Db } from './tables.ts';
import { KyselyTicketEventRepository } from './ticket-event-repository.ts';
import { KyselyTicketRepository } from './ticket-repository.ts';
import { KyselyWordsRepository } from './words-repository.ts';

/** Every repository over one connection or transaction; knows SQL, but no engine. */
export function kyselyRepositories(db: Db, search: SearchRepository): Omit<Repositories, 'evidence'> {
  return {
    customers: new KyselyCustomerRepository(db),
    sites: new KyselySiteRepository(db),
    devices: new KyselyDeviceRepository(db),
    tickets: new KyselyTicketRepository(db),
    queue: new KyselyQueueRepository(db),
    savedViews: new KyselySavedViewRepository(db),
    events: new KyselyTicketEventRepository(db, search),
    scans: new KyselyScanRepository(db),
    desk: new KyselyDeskRepository(db),
    alarms: new KyselyAlarmRepository(db),
    playbooks: new KyselyPlaybookRepository(db),
    recordLog: new KyselyRecordLogRepository(db),
    commands: new KyselyCommandRepository(db),
    related: new KyselyRelatedRepository(db),
    requests: new KyselyRequestRepository(db),
    search,
    safety: new KyselySafetyRepository(db),
    words: new KyselyWordsRepository(db),
    attachments: new KyselyAttachmentRepository(db),
    deskLog: new KyselyDeskLogRepository(db),
    privacy: new KyselyPrivacyRepository(db),
    demo: new KyselyDemoRepository(db),
    dashboard: new KyselyDashboardRepository(db),
  };
}
