import { z } from 'zod';

import { milliseconds } from './milliseconds.ts';

/**
 * What the contract does not say of the Domain API (Alibaba contract, section 1): how its tasks
 * run and pay, what they make of a stale date, and the shapes of its answers.
 */
export const domainBehaviour = {
  /** Spelling of the fields: PascalCase, or as the older samples have it. */
  domainCasing: z.enum(['Pascal', 'camel']).default('Pascal'),
  /** Data of task details: a list inside, the only item itself where there is one, or a bare list. */
  taskDetailShape: z.enum(['list', 'single object', 'bare list']).default('list'),
  /** How long a task waits, and then how long each domain's part takes, before it has an outcome. */
  taskWaitMs: milliseconds.default(500),
  taskRunMs: milliseconds.default(1000),
  /** After so long a finished task is in no list any more; null is never. */
  taskRetentionMs: z.union([milliseconds, z.null()]).default(null),
  /** What a CurrentExpirationDate that is not the domain's meets. */
  staleDate: z.enum(['task fails', 'refused at submit', 'accepted']).default('task fails'),
  /** What counts as the domain's: the very millisecond, or the same day in UTC+8. */
  dateMatch: z.enum(['exact', 'same day']).default('exact'),
  staleDateCode: z.string().min(1).default('ParameterIllegal'),
  /** What a premium name without PermitPremiumRenew meets. */
  premiumRefused: z.enum(['task fails', 'at submit']).default('task fails'),
  /**
   * A second task on a domain whose first is not over: TaskIsBeingProcessed where it is documented
   * (the single action), at both, or at none.
   */
  runningTask: z.enum(['refused by single', 'refused', 'accepted']).default('refused by single'),
  /** What pays a task's order: the task itself; or it succeeds and leaves the order unpaid. */
  domainPayment: z.enum(['by the task', 'left unpaid']).default('by the task'),
  /** What a lack of money does: to the task, with or without an order left behind, or at submit. */
  domainNoMoney: z
    .enum(['task fails', 'task fails and leaves an order', 'refused at submit'])
    .default('task fails'),
  /** What TaskResult holds after a renewal. */
  taskResult: z.enum(['absent', 'order id', 'order number', '12345']).default('absent'),
  /** Where the reason of a failed task stands. */
  failReason: z.enum(['in ErrorMsg', 'in FailReason', 'in both']).default('in ErrorMsg'),
  /** Whether a task that went well says so in ErrorMsg, as the sample does. */
  successInErrorMsg: z.boolean().default(true),
  /** How ExpirationDate is written. */
  domainDateText: z
    .enum(['2019-04-09 17:07:03', 'Nov 02,2019 04:00:45'])
    .default('2019-04-09 17:07:03'),
  /** Most domains of one batch, and most items of a page of domains. */
  maxBatch: z.int().min(1).default(50),
  maxDomainPage: z.int().min(1).default(200),
  /** Days after its expiry in which a domain can be renewed; then it needs redemption. */
  domainGraceDays: z.int().min(0).default(30),
  /** What CheckDomain says of a renewal: no price, one in StaticPriceInfo, or one in Price. */
  checkedPrice: z.enum(['none', 'static price', 'price']).default('none'),
  /** Product code of domain orders. */
  domainProductCode: z.string().min(1).default('domain'),
  /** Whether domains stand among the available instances, by their instance id. */
  domainsAvailable: z.boolean().default(false),
} as const;
