import type { DueFilter, RenewAnswer } from '../../../../shared/ports/provider.ts';
import type { Answer } from '../../../../shared/renewal/answer.ts';
import { orderDiscounts } from '../../../../shared/providers/huawei/operations/order-discounts.ts';
import { money } from '../../../../shared/values/money.ts';
import type { OrderReading } from '../../../../shared/ports/provider.ts';
import type { Opened } from './opened.ts';

/** A listing without any condition. */
export const ANYTHING: DueFilter = {
  expiresFrom: null,
  expiresBefore: null,
  ids: null,
  order: null,
  statuses: null,
  serviceTypes: null,
};

const MONTH = { unit: 'month', count: 1 } as const;

/** An unpaid order of 100 dollars as the engine has read it. */
export const UNPAID: OrderReading = {
  id: 'CS1',
  state: 'unpaid',
  amount: money('100', 'USD'),
  list: money('100', 'USD'),
  charged: null,
  most: money('100', 'USD'),
  term: null,
  paidAt: null,
  createdAt: null,
  deadline: null,
  userName: null,
  automatic: false,
  starts: null,
};

const answerOf = ({ answer }: RenewAnswer): Answer<unknown> => answer;

/** One call of an open adapter. */
export type Call = (adapter: Pick<Opened, 'provider' | 'connection'>) => Promise<Answer<unknown>>;

/** Calls that change something at the provider. */
export const CHANGING: Readonly<Record<string, Call>> = {
  renew: async ({ provider: { renewals } }) => answerOf(await renewals.renew(['a', 'b'], MONTH)),
  pay: async ({ provider: { renewals } }) => await renewals.pay('CS1', null),
  cancel: async ({ provider: { renewals } }) => await renewals.cancel('CS1'),
};

/** Calls that only look. */
export const READING: typeof CHANGING = {
  resources: async ({ provider: { resources } }) => await resources.resources(['a']),
  due: async ({ provider: { resources } }) => await resources.due(ANYTHING, null),
  attached: async ({ provider: { resources } }) => await resources.attached(['a']),
  prices: async ({ provider: { resources } }) =>
    await resources.prices(['a'], MONTH, { alone: true }),
  balance: async ({ provider: { resources } }) => await resources.balance(),
  order: async ({ provider: { renewals } }) => await renewals.order('CS1'),
  discounts: async ({ connection }) => await orderDiscounts(connection, 'CS1', UNPAID),
  resourcesOfOrder: async ({ provider: { renewals } }) => await renewals.resourcesOfOrder('CS1'),
  renewalOrders: async ({ provider: { renewals } }) => await renewals.renewalOrders(0, 1),
};

export const EVERY: typeof CHANGING = { ...CHANGING, ...READING };
