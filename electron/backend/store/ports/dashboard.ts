import type { Dashboard } from '../../../../core/contract/dashboard-calls.ts';

/** Figures over many tickets, counted by the database. */
export interface DashboardRepository {
  /** @param bounds rising, epoch ms, two at least */
  read(bounds: readonly number[]): Promise<Dashboard>;
}
