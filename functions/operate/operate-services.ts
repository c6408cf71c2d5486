import type { Account } from '../../shared/settings/account.ts';
import type { RedriveServices } from '../../shared/jobs/redrive-job.ts';
import type { TellServices } from '../../shared/jobs/tell-people.ts';
import type { Approvals } from '../../shared/ports/files.ts';
import type { QueueGauge } from '../../shared/ports/queue-counts.ts';
import type { Exports } from '../../shared/ports/exports.ts';

/** What operating needs: no files and no provider keys, so nothing can be paid from here. */
export interface OperateServices extends RedriveServices, TellServices {
  readonly settings: readonly Account[];
  readonly exports: Exports;
  /** Only to look whether an approved file still stands: none is read. */
  readonly approvals: Approvals;
  readonly gauge: QueueGauge;
}
