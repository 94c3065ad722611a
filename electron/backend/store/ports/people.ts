import type { Customer, Device, Site } from '../../../../core/contract/records.ts';

export interface CustomerRepository {
  insert(customer: Omit<Customer, 'version'>, at: number): Promise<Customer>;
  find(id: string): Promise<Customer | null>;
  /** By id; those that there are. */
  findMany(ids: readonly string[]): Promise<Map<string, Customer>>;
  /** Last changed first. */
  listLatest(limit: number): Promise<Customer[]>;
  /** In the order of their ids, behind `after`. */
  listFrom(after: string, limit: number): Promise<Customer[]>;
  /** Null when the version is not the stored one: somebody else was faster. */
  update(customer: Customer, at: number): Promise<Customer | null>;
  remove(id: string): Promise<void>;
  /** Whether a ticket, device or site has this customer. */
  isUsed(id: string): Promise<boolean>;
}

export interface SiteRepository {
  insert(site: Omit<Site, 'version'>, at: number): Promise<Site>;
  find(id: string): Promise<Site | null>;
  /** By name. */
  listOfCustomer(customerId: string): Promise<Site[]>;
  /** Null when the version is not the stored one: somebody else was faster. */
  update(site: Site, at: number): Promise<Site | null>;
  remove(id: string): Promise<void>;
  /** Whether a device is there. */
  isUsed(id: string): Promise<boolean>;
}

export interface DeviceRepository {
  insert(device: Omit<Device, 'version'>, at: number): Promise<Device>;
  find(id: string): Promise<Device | null>;
  /** By id; those that there are. */
  findMany(ids: readonly string[]): Promise<Map<string, Device>>;
  /** In the order of their ids, behind `after`. */
  listFrom(after: string, limit: number): Promise<Device[]>;
  findBySerial(serial: string): Promise<Device | null>;
  /** Null when the version is not the stored one: somebody else was faster. */
  update(device: Device, at: number): Promise<Device | null>;
  remove(id: string): Promise<void>;
  /** Whether a ticket has this device. */
  isUsed(id: string): Promise<boolean>;
}
