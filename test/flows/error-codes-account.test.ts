import { describe, expect, test } from 'vitest';
import { ACCOUNT_REFUSED, MADE_AGAIN, NO_OWN_BALANCE, UNCLEAR } from './error-codes.ts';
import { resources, resume, runFlow } from './run-flow.ts';
import { wordsOf } from '../support/told.ts';

const RENEWED = ['renewed', 'renewed', 'renewed'];
/** Each order covers one resource, so that a refused payment is about one row. */
const ORDER_PER_RESOURCE = { behaviour: { ordersPerRenew: 'one per resource' } } as const;

const KEY_REFUSED = { has: (code: string): boolean => /^APIGW?\.03/u.test(code) };

describe('a code about the whole account', () => {
  const CHANGING = new Set(['renew', 'pay', 'cancel']);
  const CALLS = ['query', 'price', 'renew', 'orderDetails', 'orderDiscounts', 'pay'] as const;

  test.each(ACCOUNT_REFUSED)(
    '%s suspends the job at the first refusal of whichever call, with its rows untouched: %s',
    async (code, says) => {
      for (const api of CALLS) {
        const flow = await runFlow({
          resources: resources(3),
          faults: [{ api, call: 1, what: { code } }],
        });

        expect([api, flow.app.job.status]).toEqual([api, 'suspended']);
        expect(flow.app.report.status).toBe('suspended');
        expect(wordsOf(flow.app.report.reason)).toContain(says);
        expect(wordsOf(flow.app.report.reason)).toContain(code);
        // With a key that is refused nothing can be read: whether that payment went through is not known.
        const unread = api === 'pay' && KEY_REFUSED.has(code);
        const word = unread ? 'needs review' : 'not attempted';
        expect(flow.words).toEqual([word, word, word]);
        // What the account has left is read for the notice, and creates nothing.
        const acts = flow.calls().filter((call) => call.api !== 'balances');
        const at = acts.findIndex((call) => call.api === api);
        const changing = acts.slice(at + 1).filter((call) => CHANGING.has(call.api));
        expect(changing).toEqual([]);
        expect(flow.calls(api)).toHaveLength(1);
        expect(flow.sandbox.ledger()).toEqual([]);
        expect(flow.wrong).toEqual([]);
      }
    },
  );

  test.each(ACCOUNT_REFUSED)(
    '%s at pay lets a resume pay the very order that is there: %s',
    async (code) => {
      const flow = await runFlow(
        { resources: resources(3), faults: [{ api: 'pay', call: 1, what: { code } }] },
        { afterwards: async (_, app) => await resume(app) },
      );

      expect(flow.app.job.status).toBe('done');
      expect(flow.words).toEqual(RENEWED);
      expect(flow.sandbox.orders()).toHaveLength(1);
      expect(flow.wrong).toEqual([]);
    },
  );

  test('CBC.99000049 at the balance is no reason to stop', async () => {
    const flow = await runFlow({ resources: resources(3), reseller: true });

    expect(flow.calls('balances').map(({ code }) => code)).toEqual([NO_OWN_BALANCE]);
    expect(flow.app.report.balance).toBeNull();
    expect(flow.words).toEqual(RENEWED);
    expect(flow.wrong).toEqual([]);
  });
});

describe('a status that refuses the caller', () => {
  test.each([401, 403])(
    '%d with a code in no table suspends at the first call, with its rows untouched',
    async (status) => {
      for (const api of ['query', 'price', 'renew', 'orderDetails', 'pay'] as const) {
        const flow = await runFlow({
          resources: resources(3),
          faults: [{ api, call: { from: 1 }, what: { code: 'CBC.5555', status } }],
        });

        expect([api, flow.app.job.status]).toEqual([api, 'suspended']);
        expect(wordsOf(flow.app.report.reason)).toContain('CBC.5555');
        expect(flow.words).toEqual(['not attempted', 'not attempted', 'not attempted']);
        expect(flow.calls(api)).toHaveLength(1);
        expect(flow.sandbox.ledger()).toEqual([]);
      }
    },
  );
});

describe('a cancellation that is asked for too often', () => {
  test.each(['CBC.99008040', 'CBC.99007197', 'CBC.0250'])(
    'is made again later, and the order is not left to a person: %s',
    async (code) => {
      const flow = await runFlow({
        ...ORDER_PER_RESOURCE,
        resources: resources(3, (at) => (at === 1 ? { errors: { pay: 'CBC.99003141' } } : {})),
        faults: [{ api: 'cancel', call: [1, 2], what: { code } }],
      });

      expect(flow.words).toEqual(['renewed', 'not renewable', 'renewed']);
      expect(flow.calls('cancel')).toHaveLength(3);
      expect(flow.wrong).toEqual([]);
    },
  );
});

describe('a code that turns a call away for now', () => {
  test.each(MADE_AGAIN)('%s makes the call again, and nothing is paid twice', async (code) => {
    for (const api of ['query', 'price', 'renew', 'orderDetails', 'pay'] as const) {
      if (code === 'CBC.99008040' && api !== 'pay') continue;
      const flow = await runFlow({
        resources: resources(3),
        faults: [{ api, call: 1, what: { code } }],
      });

      expect([api, flow.words]).toEqual([api, RENEWED]);
      expect(flow.sandbox.orders()).toHaveLength(1);
      expect(flow.wrong).toEqual([]);
    }
  });
});

describe('a code that leaves the outcome open', () => {
  test.each(UNCLEAR)(
    '%s is settled by looking, whether the call took effect or not',
    async (code) => {
      for (const when of ['before', 'after'] as const) {
        for (const api of ['query', 'price', 'renew', 'orderDetails', 'pay'] as const) {
          const flow = await runFlow({
            resources: resources(3),
            faults: [{ api, call: 1, when, what: { code, status: 500 } }],
          });

          expect([api, when, flow.words]).toEqual([api, when, RENEWED]);
          expect(flow.sandbox.ledger()).toHaveLength(1);
          expect(flow.wrong).toEqual([]);
        }
      }
    },
  );

  test.each(UNCLEAR)('%s of a cancellation is settled by reading the order', async (code) => {
    for (const when of ['before', 'after'] as const) {
      const flow = await runFlow({
        ...ORDER_PER_RESOURCE,
        resources: resources(3, (at) => (at === 1 ? { errors: { pay: 'CBC.99003141' } } : {})),
        faults: [{ api: 'cancel', call: 1, when, what: { code, status: 500 } }],
      });

      expect([when, flow.words]).toEqual([when, ['renewed', 'not renewable', 'renewed']]);
      expect(flow.wrong).toEqual([]);
    }
  });
});
