import { z } from 'zod';

import type { Answer } from '../../../frame/calls/answer.ts';
import { type Operation, refuse, succeed } from '../../gateway/answer.ts';
import { codeOf, count, flag, readParameters } from '../../gateway/parameters.ts';
import { type DomainRenewal, submitTask } from '../../tasks/submit-task.ts';

type Submitted = ReturnType<typeof submitTask>;

function answerTo(submitted: Submitted): Answer {
  return submitted.kind === 'submitted'
    ? succeed({ TaskNo: submitted.task.no })
    : refuse(submitted.error);
}

const renewalSchema = z
  .object({
    DomainName: z.string().min(1),
    CurrentExpirationDate: count,
    SubscriptionDuration: count.pipe(z.int().min(1).max(10)),
    PermitPremiumRenew: flag.default(false),
  })
  .transform((asked): DomainRenewal => ({
    domain: asked.DomainName.toLowerCase(),
    frozen: asked.CurrentExpirationDate,
    years: asked.SubscriptionDuration,
    permitPremium: asked.PermitPremiumRenew,
  }));

/** SaveSingleTaskForCreatingOrderRenew: one domain, all of it required (section 1.1). */
export const domainRenew: Operation = (state, { query, now }) => {
  const read = readParameters(renewalSchema, query);
  if (read.kind === 'wrong') return refuse(read.missing ? codeOf(read) : 'ParameterIllegal');
  return answerTo(submitTask(state, [read.value], { api: 'domainRenew', now }));
};

const NUMBERED = /^OrderRenewParam\.([1-9]\d*)\.(\w+)$/u;

/** The parameters OrderRenewParam.N.Name of each N, in order. */
function numbered(query: URLSearchParams): URLSearchParams[] {
  const byNumber = new Map<number, URLSearchParams>();
  for (const [name, value] of query) {
    const match = NUMBERED.exec(name);
    if (match === null) continue;
    const [, number = '', field = ''] = match;
    const fields = byNumber.get(Number(number)) ?? new URLSearchParams();
    fields.set(field, value);
    byNumber.set(Number(number), fields);
  }
  return [...byNumber].toSorted(([a], [b]) => a - b).map(([, fields]) => fields);
}

/** SaveBatchTaskForCreatingOrderRenew: the term is a year where none is given (section 1.1). */
export const domainRenewBatch: Operation = (state, { query, now }) => {
  const entries = numbered(query);
  if (entries.length === 0) return refuse('MissingOrderRenewParam');
  if (entries.length > state.behaviour.maxBatch) return refuse('ParameterIllegal');
  const renewals: DomainRenewal[] = [];
  for (const fields of entries) {
    if (!fields.has('SubscriptionDuration')) fields.set('SubscriptionDuration', '1');
    const read = readParameters(renewalSchema, fields);
    if (read.kind === 'wrong') return refuse('ParameterIllegal');
    renewals.push(read.value);
  }
  if (new Set(renewals.map(({ domain }) => domain)).size < renewals.length) {
    return refuse('ParameterIllegal');
  }
  return answerTo(submitTask(state, renewals, { api: 'domainRenewBatch', now }));
};
