import type { DueFilter, Provider, RenewAnswer } from '../../../../shared/ports/provider.ts';
import type { Answer } from '../../../../shared/ports/answer.ts';
import { money } from '../../../../shared/values/money.ts';
import type { OrderReading } from '../../../../shared/ports/provider.ts';

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
  createdAt: null,
  deadline: null,
  userName: null,
  automatic: false,
  starts: null,
};

const answerOf = ({ answer }: RenewAnswer): Answer<unknown> => answer;

/** Calls that change something at the provider. */
export const CHANGING: Readonly<Record<string, (provider: Provider) => Promise<Answer<unknown>>>> =
  {
    renew: async ({ renewals }) => answerOf(await renewals.renew(['a', 'b'], MONTH)),
    pay: async ({ renewals }) => await renewals.pay('CS1', null),
    cancel: async ({ renewals }) => await renewals.cancel('CS1'),
  };

/** Calls that only look. */
export const READING: typeof CHANGING = {
  resources: async ({ resources }) => await resources.resources(['a']),
  due: async ({ resources }) => await resources.due(ANYTHING, null),
  attached: async ({ resources }) => await resources.attached(['a']),
  prices: async ({ resources }) => await resources.prices(['a'], MONTH, { alone: true }),
  balance: async ({ resources }) => await resources.balance(),
  order: async ({ renewals }) => await renewals.order('CS1'),
  discounts: async ({ renewals }) => await renewals.discounts('CS1', UNPAID),
  resourcesOfOrder: async ({ renewals }) => await renewals.resourcesOfOrder('CS1'),
  renewalOrders: async ({ renewals }) => await renewals.renewalOrders(0, 1),
};

export const EVERY: typeof CHANGING = { ...CHANGING, ...READING };
