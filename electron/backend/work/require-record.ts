import { CallError } from '../../../core/contract/errors.ts';
import type { Customer, Device, Site } from '../../../core/contract/records.ts';
import type { Work } from './work.ts';

/** @throws CallError `not_found` */
export async function requireCustomer(work: Work, customerId: string): Promise<Customer> {
  const customer = await work.repositories.customers.find(customerId);
  if (customer === null) throw new CallError('not_found', 'There is no such customer.');
  return customer;
}

/** @throws CallError `not_found` */
export async function requireDevice(work: Work, deviceId: string): Promise<Device> {
  const device = await work.repositories.devices.find(deviceId);
  if (device === null) throw new CallError('not_found', 'There is no such device.');
  return device;
}

/** @throws CallError `not_found` */
export async function requireSite(work: Work, siteId: string): Promise<Site> {
  const site = await work.repositories.sites.find(siteId);
  if (site === null) throw new CallError('not_found', 'There is no such place.');
  return site;
}
