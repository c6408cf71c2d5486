import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';
import { openAccountStore } from '../aws/account-store.ts';
import { openDispatch } from '../aws/dispatch.ts';
import { openJobStore } from '../aws/job-store.ts';
import { openJournalStore } from '../aws/journal-store.ts';
import { memorySiteOf } from '../providers/settled-settings.ts';
import { openOrderMemory } from '../aws/order-memory.ts';
import { openProviderKeys, type ProviderKeys } from '../aws/provider-keys.ts';
import { openTable } from '../aws/table.ts';
import type { Account } from '../settings/account.ts';
import type { Job } from '../jobs/job.ts';
import type { ClaimServices } from '../engine/claim-chunk.ts';
import type { ChunkWork } from '../engine/chunk-work.ts';
import type { JournalKeeper } from '../engine/journal-keeper.ts';
import type { StartServices } from '../jobs/start-job.ts';
import type { Provider } from '../ports/provider.ts';
import type { Log } from '../ports/log.ts';
import { openProvider } from '../providers/open-provider.ts';
import { providerCalls } from './provider-calls.ts';
import { openAccountSettings } from './accounts-file.ts';
import { logger } from './log.ts';

/** The variables the engine runs on. */
export interface EngineEnvironment {
  readonly TABLE_NAME: string;
  readonly CHUNKS_QUEUE_URL: string;
  readonly FINISH_QUEUE_URL: string;
  readonly SECRET_PREFIX: string;
  readonly HTTP_TIMEOUT_SECONDS: number;
  readonly KEPT_BACK_SECONDS: number;
  readonly LEASE_SECONDS: number;
  readonly SETTLE_SECONDS: number;
  readonly LAG_SECONDS: number;
}

/** What one invocation works with. */
export interface EngineServices extends ClaimServices, Omit<StartServices, 'approvals'> {
  readonly log: Log;
  readonly settings: (account: string) => Account;
  readonly workOn: (job: Job, account: Account, keeper: JournalKeeper) => Promise<ChunkWork>;
  readonly outOfTime: () => boolean;
  /** The provider of a job's account, opened once for a run of the job. */
  readonly providerOf: (job: Job, account: Account) => Promise<Provider>;
}

/** Joins the engine with AWS and the providers, once per cold start. */
export function openEngine(env: EngineEnvironment): {
  readonly forInvocation: (context: Context) => EngineServices;
} {
  const clock = Date.now;
  const table = openTable(env.TABLE_NAME);
  const settings = openAccountSettings();
  const keysOf = openProviderKeys(env.SECRET_PREFIX);
  const stores = {
    jobs: openJobStore(table),
    journals: openJournalStore(table),
    accounts: openAccountStore(table),
  };
  const memory = openOrderMemory(table);
  const dispatch = openDispatch(
    { chunks: env.CHUNKS_QUEUE_URL, finish: env.FINISH_QUEUE_URL },
    clock,
  );
  const keptBack = env.KEPT_BACK_SECONDS * 1000;

  /** That runs now: the client outlives it. */
  let invocation: Context | null = null;
  let kept: { readonly run: string; readonly provider: Provider } | null = null;

  /**
   * The chunks of a run of a job share a client, and with it its call rate and the proof of its key;
   * a resume, another job or other keys get a fresh one.
   */
  function providerFor({ id, epoch }: Job, account: Account, keys: ProviderKeys | null): Provider {
    const run = JSON.stringify([id, epoch, account.name, keys]);
    if (kept?.run !== run) {
      const how = {
        clock,
        httpTimeoutSeconds: env.HTTP_TIMEOUT_SECONDS,
        left: () => (invocation?.getRemainingTimeInMillis() ?? 0) - keptBack,
        note: providerCalls.of(account.name),
      };
      kept = { run, provider: openProvider(account, keys, how) };
    }
    return kept.provider;
  }

  async function providerOf(job: Job, account: Account): Promise<Provider> {
    return providerFor(job, account, await keysOf(account.name));
  }

  function forInvocation(context: Context): EngineServices {
    invocation = context;
    const outOfTime = (): boolean => context.getRemainingTimeInMillis() < keptBack;
    return {
      ...stores,
      dispatch,
      clock,
      newId: randomUUID,
      leaseSeconds: env.LEASE_SECONDS,
      log: logger,
      settings: settings.of,
      validityDays: (account) => settings.of(account).jobValidityDays,
      outOfTime,
      providerOf,
      workOn: async (job, account, keeper) => ({
        ...stores,
        memory,
        job,
        account,
        keeper,
        clock,
        outOfTime,
        log: logger,
        memorySite: memorySiteOf(account),
        settleAfter: env.SETTLE_SECONDS * 1000,
        lag: env.LAG_SECONDS * 1000,
        provider: await providerOf(job, account),
      }),
    };
  }

  return { forInvocation };
}
