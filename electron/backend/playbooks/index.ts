export { PlaybookCatalog } from './playbook-catalog.ts';
export { playbookHandlers } from './playbook-handlers.ts';
export { PlaybookSupply } from './playbook-supply.ts';
export { findPlaybooks, playbookFinder, requirePlaybook } from './playbook-versions.ts';
