import { describe, expect, test } from 'vitest';
import type { HuaweiSandbox } from '../../infra/sandboxes/huawei/sandbox.ts';
import { gate } from '../support/gate.ts';
import { type MoneyRun, moneyRun, once } from '../support/money-run.ts';
import { resume } from '../support/operator.ts';
import { TWO_TERMS } from '../support/quote-rows.ts';

/** Two chunks of one row each: r0 in the first one, r1 in the second. */
async function twoChunks(more: Partial<Parameters<typeof moneyRun>[0]> = {}): Promise<MoneyRun> {
  return await moneyRun({ rows: 2, behaviour: { completionDelayMs: 0 }, ...more });
}

/** Calls in the order of their answers, those about one resource with its name. */
function answered({ sandbox }: MoneyRun): string[] {
  const seen: string[] = [];
  sandbox.onCall(({ api, phase, ids }) => {
    const about = ids.length === 1 ? ` ${ids[0]}` : '';
    if (phase === 'after') seen.push(`${api}${about}`);
  });
  return seen;
}

/** Lets the calls of that API wait, until it is opened; the first so many pass. */
function hold(sandbox: HuaweiSandbox, api: string, passing = 0): { open: () => void } {
  const { passed, open } = gate();
  let left = passing;
  sandbox.onCall(async (call) => {
    if (call.api !== api || call.phase !== 'before') return;
    left -= 1;
    if (left < 0) await passed;
  });
  return { open };
}

/** Waits until nothing moves any more without time or an answer. */
async function rest(): Promise<void> {
  for (let turn = 0; turn < 40; turn += 1) {
    await new Promise<void>((resolve) => {
      setTimeout(resolve, 2);
    });
  }
}

describe('the chunk after one that is being paid', () => {
  test('is looked at and priced meanwhile, and not ordered before the payment is answered', async () => {
    const run = await twoChunks();
    const seen = answered(run);
    const pay = hold(run.sandbox, 'pay');
    const end = run.finish(TWO_TERMS);
    while (!seen.includes('price r1')) await rest();
    await rest();

    expect(seen).toContain('query r1');
    expect(seen).not.toContain('renew r1');
    pay.open();
    await end;
    expect(run.words()).toEqual(['renewed', 'renewed']);
  });

  test('is ordered while the payment is confirmed, and not paid before that is done', async () => {
    const run = await twoChunks();
    const seen = answered(run);
    const end = run.finish(TWO_TERMS);
    // The list is read by the sweep at the end of a chunk.
    const list = hold(run.sandbox, 'orders');
    while (!seen.includes('renew r1')) await rest();
    await rest();

    expect(seen.filter((call) => call.startsWith('pay'))).toHaveLength(1);
    list.open();
    await end;
    expect(run.words()).toEqual(['renewed', 'renewed']);
    expect(run.wrong()).toEqual([]);
  });

  test('is worked on once: its own message finds it counted', async () => {
    const run = await twoChunks();
    await run.finish(TWO_TERMS);
    const [, second] = await run.app.journals.list(run.app.job.id);

    expect(run.sandbox.calls().filter(({ api }) => api === 'renew')).toHaveLength(2);
    expect(second!.continuations + second!.waits).toBe(0);
  });

  test('stays as it was where the payment is refused for want of money', async () => {
    const run = await twoChunks({ world: { balance: '5' } });
    await run.finish(TWO_TERMS);

    expect(run.app.job.status).toBe('suspended');
    expect(run.sandbox.orders()).toHaveLength(1);
    const [, second] = await run.app.journals.list(run.app.job.id);
    expect(second).toMatchObject({ state: 'open', parts: [], work: { kind: 'idle' }, claims: 0 });
    run.sandbox.act.topUp({ amount: '1000' });
    await resume(run.app);
    await run.app.settle();
    expect(run.words()).toEqual(['renewed', 'renewed']);
    expect(run.wrong()).toEqual([]);
  });

  test('is not ordered where a payment is not clear', async () => {
    const run = await twoChunks();
    run.sandbox.act.addFault({ api: 'pay', call: 1, what: 'reset' });
    await run.drop(TWO_TERMS);
    await run.app.step();

    expect(run.sandbox.calls().some(({ api, ids }) => api === 'renew' && ids.includes('r1'))).toBe(
      false,
    );
    await run.app.settle();
    expect(run.words()).toEqual(['renewed', 'renewed']);
    expect(run.wrong()).toEqual([]);
  });

  test('is not ordered where the job is cancelled while the payment is under way', async () => {
    const run = await twoChunks();
    once(run.sandbox, { api: 'pay', phase: 'before' }, async () => {
      const { id } = run.app.job;
      await run.app.jobs.move(id, {
        from: ['running'],
        to: 'finishing',
        at: run.app.clock.now,
        set: { ending: 'cancelled' },
      });
      await run.app.queues.dispatch.finish({ job: id, kind: 'finish', attempt: 0 }, 0);
    });
    await run.finish(TWO_TERMS);

    expect(run.words()).toEqual(['renewed', 'not attempted']);
    expect(run.sandbox.orders()).toHaveLength(1);
    expect(run.wrong()).toEqual([]);
  });

  test('is left to its own message where the time is over meanwhile', async () => {
    const run = await twoChunks({ between: { functionSeconds: 120 } });
    once(run.sandbox, { api: 'pay', phase: 'before' }, () => {
      run.app.clock.now += 100_000;
    });
    await run.drop(TWO_TERMS);
    await run.app.step();

    expect(run.sandbox.orders()).toHaveLength(1);
    await run.app.settle();
    expect(run.words()).toEqual(['renewed', 'renewed']);
  });

  test('goes on with its own message where the provider is silent about it', async () => {
    const run = await twoChunks();
    run.sandbox.act.addFault({ api: 'renew', call: 2, what: 'reset' });
    await run.finish(TWO_TERMS);

    expect(run.words()).toEqual(['renewed', 'renewed']);
    expect(run.wrong()).toEqual([]);
  });
});
