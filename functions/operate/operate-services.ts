import type { Account } from '../../shared/domain/account.ts';
import type { RedriveServices } from '../../shared/engine/redrive-job.ts';
import type { TellServices } from '../../shared/engine/tell-people.ts';
import type { Exports } from '../../shared/ports/exports.ts';

/** What operating needs: no files and no provider keys, so nothing can be paid from here. */
export interface OperateServices extends RedriveServices, TellServices {
  readonly settings: readonly Account[];
  readonly exports: Exports;
}
