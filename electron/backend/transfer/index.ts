export { type ExportHooks, type ExportOrder, type ExportResult, exportRecords } from './export-records.ts';
export { ImportDesk } from './import-desk.ts';
export { transferHandlers } from './transfer-handlers.ts';
export { type RunExport, Transfers } from './transfers.ts';
