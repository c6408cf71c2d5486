import { quoteOf } from './quote-rows.ts';
import {
  domainRow,
  instanceRow,
  type PurchaseScenario,
  worldDomain,
  worldInstance,
} from './purchase-run.ts';

const INSTANCES = [
  ['i-1', 'ecs'],
  ['i-2', 'ecs'],
  ['rm-1', 'rds'],
  ['r-1', 'tair'],
  ['dds-1', 'mongodb'],
  ['swas-1', 'swas'],
  ['hb-1', 'hbase'],
  ['ddos-1', 'ddos'],
] as const;
const DOMAINS = ['one.com', 'two.com'] as const;

/** One of each product, and two domains. */
export const EVERYTHING: PurchaseScenario = {
  name: 'one of each product',
  rows: [
    ...INSTANCES.map(([id], position) => instanceRow(position, id)),
    ...DOMAINS.map((name, place) => domainRow(INSTANCES.length + place, name)),
  ],
  world: {
    instances: INSTANCES.map(([id, product]) => worldInstance(id, product)),
    domains: DOMAINS.map((name) => worldDomain(name)),
  },
};

/** Ten domains in a task. */
export const BATCH: PurchaseScenario = {
  name: 'domains, ten in a task',
  settings: { domainTasks: 'batch' },
  rows: Array.from({ length: 12 }, (_, at) => domainRow(at, `d${at}.com`)),
  world: { domains: Array.from({ length: 12 }, (_, at) => worldDomain(`d${at}.com`)) },
};

/** Money for some rows only: suspended, topped up, resumed. */
export const SHORT: PurchaseScenario = {
  name: 'a balance that does not suffice',
  rows: ['i-1', 'i-2', 'i-3', 'i-4'].map((id, at) => instanceRow(at, id)),
  world: {
    balance: '15.00',
    instances: ['i-1', 'i-2', 'i-3', 'i-4'].map((id) => worldInstance(id, 'ecs')),
    behaviour: { productUnpaid: 'left unpaid', orderIdInRefusal: true },
  },
};

/** Orders, expiries and tasks that show minutes late. */
export const LATE: PurchaseScenario = {
  ...EVERYTHING,
  name: 'orders, expiries and tasks that show minutes late',
  world: {
    ...EVERYTHING.world,
    behaviour: {
      lag: {
        bssInstances: { ms: 240_000 },
        bssOrders: { ms: 180_000 },
        bssOrder: { ms: 120_000 },
        domainTaskDetails: { ms: 60_000 },
        domainTasks: { ms: 120_000 },
        domainList: { ms: 200_000 },
        domainInfo: { ms: 200_000 },
      },
    },
  },
};

/** Those of which calls go wrong. */
export const FAULTED: readonly PurchaseScenario[] = [EVERYTHING, BATCH, LATE];

const BESIDE = ['i-1', 'i-2', 'i-3'].map((id, at) => instanceRow(at, id));

/** A colleague has renewed one of them a moment ago, and its expiry shows that only later. */
export const BESIDE_OTHERS: PurchaseScenario = {
  name: 'a colleague who was quicker, of which only the order shows',
  rows: BESIDE,
  world: {
    instances: BESIDE.map(({ resourceId }) => worldInstance(resourceId!, 'ecs')),
    behaviour: { lag: { bssInstances: { ms: 1_200_000 } } },
  },
  play: async ({ app, sandbox }) => {
    sandbox.act.renewOutside({ resource: 'i-2' });
    await app.drop('main', quoteOf(BESIDE));
  },
};

/** Those in which processes die. */
export const CRASHED: readonly PurchaseScenario[] = [EVERYTHING, BATCH, SHORT, LATE, BESIDE_OTHERS];
