import { beforeEach, describe, expect, test } from 'vitest';
import type { Job } from '../../../shared/jobs/job.ts';
import { tellPeople } from '../../../shared/jobs/tell-people.ts';
import { FunctionServices } from '../../support/function-services.ts';
import { jobOf } from '../../support/job-sample.ts';
import { BROKEN_TOPIC } from '../../support/notice-sample.ts';
import { journalOf, order, part, usd } from '../../support/journal-sample.ts';
import { reason, withCode } from '../../../shared/reasons/reason.ts';

const SHORT = withCode(reason('short-balance'), 'CBC.99005003');
const paid = { kind: 'paid', compared: usd('10.00'), discount: null, at: 0 } as const;

let given: FunctionServices;

beforeEach(() => {
  given = new FunctionServices();
});

async function tell(id = jobOf().id): Promise<void> {
  await tellPeople(id, given.services());
}

function topicFails(): () => void {
  const topic = given.notices;
  given.notices = BROKEN_TOPIC;
  return () => {
    given.notices = topic;
  };
}

async function jobNow(id = jobOf().id): Promise<Job> {
  return (await given.jobs.read(id))!;
}

describe('telling', () => {
  test('is made once, and remembered on the job', async () => {
    await given.given(jobOf({ status: 'running', rows: 3 }), [journalOf(2)]);
    await tell();
    await tell();

    expect(given.told).toMatchObject([
      { kind: 'accepted', rows: 3, toRenew: { rows: 2, approved: [usd('20')] } },
    ]);
    expect(await jobNow()).toMatchObject({ noticed: 'accepted' });
  });

  test('that fails is a fault, changes nothing, and is made up for', async () => {
    await given.given(jobOf({ status: 'done' }));
    const mend = topicFails();
    await expect(tell()).rejects.toThrow('topic');
    expect((await jobNow()).noticed).toBeUndefined();
    mend();
    await tell();

    expect(given.told.map(({ kind }) => kind)).toEqual(['finished']);
  });

  test('of a job that moves on meanwhile leaves the next notice due', async () => {
    await given.given(jobOf({ status: 'running' }));
    const topic = given.notices;
    given.notices = {
      send: async (notice) => {
        await topic.send(notice);
        await given.jobs.move(notice.job, { from: ['running'], to: 'finishing', at: 1 });
        await given.jobs.move(notice.job, { from: ['finishing'], to: 'done', at: 1 });
      },
    };
    await tell();
    await tell();

    expect(given.told.map(({ kind }) => kind)).toEqual(['accepted', 'finished']);
  });

  test('of a job that is not there tells nothing', async () => {
    await tell('ghost');

    expect(given.told).toEqual([]);
  });
});

describe('a job that is over', () => {
  beforeEach(async () => {
    await given.given(jobOf({ id: 'first', status: 'done' }));
    await given.accounts.release('main', 'first');
    await given.given(jobOf({ id: 'second', status: 'running', noticed: 'waiting' }));
  });

  test('is told together with the start of the next one', async () => {
    await tell('first');

    expect(given.told.map(({ job, kind }) => `${job} ${kind}`)).toEqual([
      'first finished',
      'second started',
    ]);
  });

  test('that cannot be told does not keep the next one from being told', async () => {
    const topic = given.notices;
    given.notices = {
      send: async (notice) => {
        await (notice.job === 'first' ? BROKEN_TOPIC : topic).send(notice);
      },
    };

    await expect(tell('first')).rejects.toThrow('topic');
    expect(given.told.map(({ job }) => job)).toEqual(['second']);
  });
});

describe('a waiting job', () => {
  test('names the one it waits for and its place', async () => {
    await given.given(jobOf({ id: 'a', status: 'suspended' }));
    await given.given(jobOf({ id: 'b', status: 'waiting' }));
    await given.given(jobOf({ id: 'c', status: 'waiting' }));
    await tell('c');

    expect(given.told).toMatchObject([
      { kind: 'waiting', place: 2, waitsFor: { job: 'a', status: 'suspended' } },
    ]);
  });

  test('whose turn has come is left to whoever starts it', async () => {
    await given.given(jobOf({ status: 'waiting' }));
    await tell();

    expect([given.told, (await jobNow()).noticed]).toEqual([[], undefined]);
  });
});

describe('a suspended job', () => {
  const suspended = jobOf({ status: 'suspended', interim: 1, reason: SHORT });
  const twoPaid = {
    balance: usd('25.00'),
    parts: [part(0, [0], [order('o1', paid)]), part(1, [1], [order('o2', paid)])],
  };

  test('names what is missing: the open rows without what is left of the balance', async () => {
    await given.given(suspended, [journalOf(5, twoPaid)]);
    await tell();

    expect(given.told).toMatchObject([
      { kind: 'suspended', open: { rows: 3 }, short: { missing: usd('25') } },
    ]);
  });

  test('over several chunks counts them all', async () => {
    await given.given(suspended, [journalOf(5, twoPaid), journalOf(4, { chunk: 1 })]);
    await tell();

    expect(given.told).toMatchObject([{ open: { rows: 7 }, short: { missing: usd('65') } }]);
  });

  test('goes by what the account had left when it was suspended, where that was read', async () => {
    const left = { epoch: 2, amount: usd('7.50') };
    await given.given({ ...suspended, epoch: 2, interim: 2 }, [
      journalOf(5, { ...twoPaid, left }),
      journalOf(4, { chunk: 1, left: { epoch: 1, amount: usd('0.50') } }),
    ]);
    await tell();

    expect(given.told).toMatchObject([
      { short: { left: usd('7.50'), missing: usd('62.50'), basis: 'suspension' } },
    ]);
  });

  test('goes by the start where the only reading is of an earlier suspension', async () => {
    const left = { epoch: 1, amount: usd('5.00') };
    await given.given({ ...suspended, epoch: 2, interim: 2 }, [journalOf(5, { ...twoPaid, left })]);
    await tell();

    expect(given.told).toMatchObject([{ short: { missing: usd('25'), basis: 'start' } }]);
  });

  test('never counts on money that was topped up and spent since', async () => {
    await given.given(suspended, [journalOf(5, { ...twoPaid, balance: usd('5.00') })]);
    await tell();

    expect(given.told).toMatchObject([{ short: { missing: usd('30') } }]);
  });

  test.each([
    ['no balance was read', { ...twoPaid, balance: null }],
    ['it should have sufficed', { ...twoPaid, balance: usd('500.00') }],
    ['it is in another currency', { balance: { amount: '1', currency: 'CNY' } }],
  ])('names no sum where %s', async (_, journal) => {
    await given.given(suspended, [journalOf(5, journal)]);
    await tell();

    expect(given.told).toMatchObject([{ short: { missing: null } }]);
  });

  test('for another reason speaks of no balance', async () => {
    await given.given({ ...suspended, reason: reason('account-frozen') }, [journalOf(5, twoPaid)]);
    await tell();

    expect(given.told).toMatchObject([{ reason: reason('account-frozen'), short: null }]);
  });
});
