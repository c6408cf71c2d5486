import { type Account, policyOf } from '../../shared/settings/account.ts';
import type { Job } from '../../shared/jobs/job.ts';
import { claimChunk } from '../../shared/engine/claim-chunk.ts';
import { drive } from '../../shared/engine/drive.ts';
import { heard } from '../../shared/engine/triage.ts';
import type { Journal } from '../../shared/renewal/journal.ts';
import { orderIds } from '../../shared/renewal/journal-view.ts';
import type { OrderReading } from '../../shared/renewal/readings.ts';
import { isInTimeOfCall } from '../../shared/renewal/rules/doubtful-calls.ts';
import { LAG_MS } from '../../shared/renewal/rules/watched-rows.ts';
import { CLOCK_MS, isOfOthers, isOpen } from '../../shared/renewal/rules/whose-order.ts';
import type { AuditServices } from './audit-job.ts';
import type { CloseServices } from './close-services.ts';
import { endsSince } from './ends-since.ts';

/** What sweeping needs: to ask the provider of the job, and to work on a chunk of it. */
export interface SweepServices extends CloseServices, Pick<AuditServices, 'providerOf'> {}

/**
 * Lists once more, before a job closes, the unpaid orders that may be of its calls and that none of its
 * journals knows: what a chunk's own sweep was too early for is named by its rows (money rule 5).
 * False: to be tried again, as where no answer comes; for half an hour, then the job ends all the same.
 */
export async function sweepJob(
  job: Job,
  account: Account,
  services: SweepServices,
): Promise<boolean> {
  const journals = await services.journals.list(job.id);
  const late = services.clock() > endsSince(job) + LAG_MS;
  const unknown = await unknownOrders(job, account, journals, services);
  if (unknown === 'silent') return late;
  for (const journal of journals) {
    if (!unknown.some((order) => isInTimeOfAny(journal, order))) continue;
    if (services.outOfTime() || !(await nameOrders(job, account, journal, services))) return late;
  }
  return true;
}

async function unknownOrders(
  job: Job,
  account: Account,
  journals: readonly Journal[],
  { providerOf, clock }: SweepServices,
): Promise<readonly OrderReading[] | 'silent'> {
  const calls = journals.flatMap(({ parts }) => parts.map(({ attempt }) => attempt.at));
  if (calls.length === 0) return [];
  const { renewals } = await providerOf(job, account);
  const from = Math.min(...calls) - CLOCK_MS;
  const answer = heard(await renewals.renewalOrders(from, clock(), 'unpaid'));
  if (answer.kind === 'silent') return 'silent';
  // An account that refuses every call is not waited for: the sheet says what is known.
  if (answer.kind !== 'told') return [];
  const known = new Set(journals.flatMap((journal) => [...orderIds(journal)]));
  const policy = policyOf(account);
  return answer.value.filter(
    (order) =>
      isOpen(order) &&
      !order.automatic &&
      !known.has(order.id) &&
      (order.userName === null || !isOfOthers(order, policy)),
  );
}

function isInTimeOfAny({ parts }: Journal, order: OrderReading): boolean {
  return parts.some((part) => isInTimeOfCall(order, part));
}

async function nameOrders(
  job: Job,
  account: Account,
  { chunk }: Journal,
  services: SweepServices,
): Promise<boolean> {
  const claim = await claimChunk(job.id, chunk, services);
  if (claim.kind !== 'claimed') return false;
  const work = await services.workOn(job, account, claim.keeper);
  const stop = await drive(work, 'close');
  await claim.keeper.release();
  return stop === null || stop.kind === 'suspend';
}
