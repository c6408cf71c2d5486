import type { RenewAnswer } from '../../../../shared/ports/provider.ts';
import type { Answer } from '../../../../shared/renewal/answer.ts';
import { NO_FILTER } from '../../../../shared/survey/survey.ts';
import { ALIBABA } from '../../../../shared/providers/alibaba/traits.ts';
import { instance, type Opened } from './opened.ts';
import type { Instance } from '../../../../shared/providers/alibaba/operations/instance-shape.ts';

export const MONTH = { unit: 'month', count: 1 } as const;
export const YEAR = { unit: 'year', count: 1 } as const;
export const TOKEN = '0123456789abcdef0123456789abcdef01234567';
export const EXPIRY = Date.UTC(2026, 11, 20, 16);

const answerOf = ({ answer }: RenewAnswer): Answer<unknown> => answer;

/** A purchase of one resource. */
export function one(resourceId: string, sent: string) {
  return [{ resourceId, sent, expiry: EXPIRY }] as const;
}

/** One call of an open adapter. */
export type Call = (adapter: Pick<Opened, 'provider' | 'connection'>) => Promise<Answer<unknown>>;

const renewed =
  (id: string, sent: string, term: typeof MONTH | typeof YEAR = MONTH): Call =>
  async ({ provider: { renewals } }) =>
    answerOf(await renewals.purchase(one(id, sent), term, TOKEN));

/** Calls that can spend. */
export const SPENDING: Readonly<Record<string, Call>> = {
  ecs: renewed('i-1', 'ecs/ap-southeast-1//'),
  rds: renewed('rm-1', 'rds/ap-southeast-1//'),
  kvstore: renewed('r-1', 'kvstore/ap-southeast-1//'),
  dds: renewed('dds-1', 'dds/ap-southeast-1//'),
  bss: renewed('ddos-1', 'bss//ddos/ddoscoo_intl'),
  domain: renewed('example.com', 'domain///', YEAR),
};

function seen(adapter: Pick<Opened, 'connection'>, id: string, code: string): void {
  adapter.connection.seen.set(ALIBABA.idKey(id), {
    ...(instance(id, { ProductCode: code, ProductType: code }) as unknown as Instance),
    EndTime: EXPIRY,
  });
}

const priced =
  (code: string): Call =>
  async (adapter) => {
    seen(adapter, 'x-1', code);
    return await adapter.provider.resources.prices(['x-1'], MONTH, { alone: true });
  };

/** Calls that only look. */
export const READING: Readonly<Record<string, Call>> = {
  instances: async ({ provider: { resources } }) => await resources.resources(['i-1']),
  domain: async ({ provider: { resources } }) => await resources.resources(['example.com']),
  'price of a server': priced('ecs'),
  'price of RDS': priced('rds'),
  'price of MongoDB': priced('dds'),
  due: async ({ provider: { resources } }) => await resources.due(NO_FILTER, null),
  'due domains': async ({ provider: { resources } }) => await resources.due(NO_FILTER, 'domains 1'),
  balance: async ({ provider: { resources } }) => await resources.balance(),
  order: async ({ provider: { renewals } }) => await renewals.order('211'),
  task: async ({ provider: { renewals } }) => await renewals.order('75addb07-28a3'),
};

/** Changes something and does not spend. */
export const CANCELLING: Readonly<Record<string, Call>> = {
  cancel: async ({ provider: { renewals } }) => await renewals.cancel('211'),
};

export const EVERY: Readonly<Record<string, Call>> = Object.fromEntries([
  ...Object.entries(SPENDING).map(([name, call]) => [`renewal of ${name}`, call] as const),
  ...Object.entries(READING),
  ...Object.entries(CANCELLING),
]);
