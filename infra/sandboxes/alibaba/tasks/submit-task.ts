import { createHash } from 'node:crypto';

import { paymentRefusal } from '../account.ts';
import type { ApiName } from '../api.ts';
import type { Domain } from '../items/item.ts';
import { charged } from '../items/pricing.ts';
import type { SandboxState } from '../state.ts';
import type { PlantedError } from '../../frame/world/planted-error.ts';
import { isCurrent } from './run-detail.ts';
import type { Task } from './task.ts';

/** One domain that is to be renewed. */
export interface DomainRenewal {
  readonly domain: string;
  /** CurrentExpirationDate, epoch milliseconds. */
  readonly frozen: number;
  readonly years: number;
  readonly permitPremium: boolean;
}

/** A number that looks like a UUID, and is the same whenever the same world goes the same way. */
function taskNumber({ world }: SandboxState, text: string): string {
  const hex = createHash('sha256').update(`${world.seed} ${text}`).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join('-');
}

function isRunning({ running }: SandboxState, domain: string): boolean {
  return [...running].some((detail) => detail.domain === domain);
}

/** Why a domain is not even submitted, or nothing. */
function refusalOf(
  state: SandboxState,
  found: Domain,
  renewal: DomainRenewal,
  api: ApiName,
): PlantedError | undefined {
  const { behaviour, account } = state;
  if (found.errors.renew !== undefined) return found.errors.renew;
  const heeds =
    behaviour.runningTask === 'refused' ||
    (behaviour.runningTask === 'refused by single' && api === 'domainRenew');
  if (heeds && isRunning(state, found.id)) return 'TaskIsBeingProcessed';
  if (behaviour.premiumRefused === 'at submit' && found.premium && !renewal.permitPremium) {
    return 'ParameterIllegal';
  }
  if (behaviour.staleDate === 'refused at submit' && !isCurrent(found, renewal.frozen, behaviour)) {
    return behaviour.staleDateCode;
  }
  if (behaviour.domainNoMoney !== 'refused at submit') return undefined;
  return paymentRefusal(account, charged(state, found, renewal.years).total, behaviour);
}

/** Submits a renewal task, whole or not at all (Alibaba contract, section 1.1). */
export function submitTask(
  state: SandboxState,
  renewals: readonly DomainRenewal[],
  call: { readonly api: ApiName; readonly now: number },
):
  | { readonly kind: 'submitted'; readonly task: Task }
  | { readonly kind: 'refused'; readonly error: PlantedError } {
  if (state.account.blocked !== null) return { kind: 'refused', error: state.account.blocked };
  let waitMs = 0;
  for (const renewal of renewals) {
    const found = state.items.get(renewal.domain);
    if (found?.kind !== 'domain') return { kind: 'refused', error: 'DomainNotExist' };
    const error = refusalOf(state, found, renewal, call.api);
    if (error !== undefined) return { kind: 'refused', error };
    waitMs = Math.max(waitMs, found.taskWaitMs);
  }
  const { taskRunMs } = state.behaviour;
  const no = taskNumber(state, String(state.tasks.size + 1));
  const begins = call.now + waitMs;
  const task: Task = {
    no,
    createdAt: call.now,
    details: renewals.map((renewal, index) => ({
      ...renewal,
      no: taskNumber(state, `${no} ${index}`),
      instanceId: state.items.get(renewal.domain)!.instanceId,
      startsAt: begins + index * taskRunMs,
      endsAt: begins + (index + 1) * taskRunMs,
      outcome: null,
    })),
  };
  state.tasks.set(no, task);
  for (const detail of task.details) state.running.add(detail);
  return { kind: 'submitted', task };
}
