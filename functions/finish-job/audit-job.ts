import { type Audit, audit, claimsOf } from '../../shared/audit/audit.ts';
import { lookAtProvider } from '../../shared/audit/look-at-provider.ts';
import type { Account } from '../../shared/settings/account.ts';
import type { Job } from '../../shared/jobs/job.ts';
import type { Provider } from '../../shared/ports/provider.ts';
import { reason } from '../../shared/reasons/reason.ts';
import type { Journal } from '../../shared/renewal/journal.ts';

/** Holds a job that is over against its provider; null where there is nothing to hold. */
export type AuditJob = (
  job: Job,
  account: Account,
  journals: readonly Journal[],
) => Promise<Audit | null>;

/** What an audit needs. */
export interface AuditServices {
  readonly providerOf: (job: Job, account: Account) => Promise<Provider>;
  readonly clock: () => number;
  readonly outOfTime: () => boolean;
}

/**
 * Makes the {@link AuditJob} of a provider. It keeps no sheet from being written: whatever goes wrong
 * with it, the rows are told as not confirmed, with why.
 */
export function auditJob({ providerOf, clock, outOfTime }: AuditServices): AuditJob {
  return async (job, account, journals) => {
    const claims = claimsOf(journals);
    if (claims.length === 0) return null;
    try {
      const provider = await providerOf(job, account);
      const sight = await lookAtProvider(claims, { provider, clock, outOfTime });
      return audit(claims, sight, account);
    } catch (error) {
      const said = error instanceof Error ? error.name : 'unknown';
      const why = reason('audit-not-read', { said });
      return {
        confirmed: 0,
        doubts: claims.map(({ row }) => ({ resourceId: row.resourceId, why })),
      };
    }
  };
}
