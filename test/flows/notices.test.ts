import { describe, expect, test } from 'vitest';
import { isOver } from '../../shared/jobs/job.ts';
import type { CrashAt, CrashPoint } from '../support/crashing.ts';
import { type HuaweiDeployment, huaweiDeployment } from '../support/huawei-deployment.ts';
import { BROKEN_TOPIC } from '../support/notice-sample.ts';
import { quoteOf, quoteRow, worldResource } from '../support/quote-rows.ts';

const HOUR = 3_600_000;
/** Points are independent of each other: a few run side by side. */
const AT_ONCE = 4;

/** Six resources, and money for four of them; a suspended job is tried again every hour. */
async function shortOfMoney(crashAt?: CrashAt): Promise<HuaweiDeployment> {
  const resources = Array.from({ length: 6 }, (_, index) => worldResource(index));
  return await huaweiDeployment({ resources, balance: '40.00' }, { resumeEveryHours: 1 }, crashAt);
}

/** Drops two files of three rows each. */
async function dropBoth({ app }: HuaweiDeployment): Promise<void> {
  for (const [file, first] of [
    ['first.xlsx', 0],
    ['second.xlsx', 3],
  ] as const) {
    const rows = [0, 1, 2].map((index) => quoteRow(index, { resourceId: `r${first + index}` }));
    await app.drop('main', quoteOf(rows), file);
  }
}

/** Drops both files, and works until the second job waits for money. */
async function untilSuspended(deployment: HuaweiDeployment): Promise<void> {
  await dropBoth(deployment);
  await deployment.app.settle();
}

/** Tops up, and lets ticks resume the job and bring it to its end. */
async function untilOver({ app, sandbox }: HuaweiDeployment): Promise<void> {
  sandbox.act.topUp({ amount: '20.00' });
  for (
    let tries = 0;
    tries < 5 && !app.jobs.all().every(({ status }) => isOver(status));
    tries += 1
  ) {
    app.clock.now += HOUR;
    await app.tick();
    await app.settle();
  }
}

/** "first accepted": file and kind of all that people were told. */
function told({ app }: HuaweiDeployment): string[] {
  return app.notices.map(({ key, kind }) => `${/(\w+)\.xlsx$/u.exec(key)?.[1]} ${kind}`);
}

const EVERYTHING = [
  'first accepted',
  'second waiting',
  'first finished',
  'second started',
  'second suspended',
  'second resumed',
  'second finished',
];
/** The job may have moved on before whoever comes next looks: then the later notice says it all. */
const PASSING = new Set(['second started', 'second resumed']);

test('people are told of each step of two jobs, the second of which waits, runs short and is resumed', async () => {
  const deployment = await shortOfMoney();
  await untilSuspended(deployment);
  await untilOver(deployment);
  await deployment.close();

  expect(told(deployment)).toEqual(EVERYTHING);
  expect(deployment.app.notices[1]).toMatchObject({
    place: 1,
    waitsFor: { key: 'approved/main/first.xlsx', status: 'running' },
  });
  expect(deployment.app.notices[4]).toMatchObject({
    short: { missing: { amount: '20', currency: 'USD' } },
    open: { rows: 3 },
    totals: { rows: 3 },
    resultsKey: expect.stringContaining('second'),
  });
  expect(deployment.app.notices[6]).toMatchObject({
    ending: 'done',
    totals: { outcomes: { renewed: 3 }, paid: [{ amount: '30', currency: 'USD' }] },
  });
});

test('a job that nobody resumes is told to have expired', async () => {
  const deployment = await shortOfMoney();
  await untilSuspended(deployment);
  const { app } = deployment;
  app.clock.now = app.job.validUntil!;
  await app.tick();
  await app.settle();
  await deployment.close();

  expect(told(deployment).at(-1)).toBe('second finished');
  expect(app.notices.at(-1)).toMatchObject({ ending: 'expired' });
});

describe('a topic that always fails', () => {
  test('holds up neither job nor account, and what was not told is told once it is mended', async () => {
    const deployment = await shortOfMoney();
    const { app, sandbox, close } = deployment;
    const { topic } = app;
    sandbox.act.topUp({ amount: '20.00' });
    await dropBoth(deployment);
    app.topic = BROKEN_TOPIC;
    await app.settle();
    const before = told(deployment);
    const dead = app.queues.dead.map(({ body }) => body);
    app.topic = topic;
    for (const { id } of app.jobs.all()) {
      await app.queues.dispatch.finish({ job: id, kind: 'finish', attempt: 0 }, 0);
    }
    await app.settle();
    await close();

    expect(before).toEqual(['first accepted', 'second waiting']);
    expect(app.jobs.all().map(({ status }) => status)).toEqual(['done', 'done']);
    expect(await app.accounts.read('main')).toMatchObject({ active: null, waiting: [] });
    expect(dead).toMatchObject(app.jobs.all().map(({ id }) => ({ job: id, kind: 'finish' })));
    expect(sandbox.ledger()).toHaveLength(2);
    expect(told(deployment).slice(2)).toEqual(['first finished', 'second finished']);
  });
});

/** What moves jobs on or tells of them; chunks and their money have a matrix of their own. */
const EFFECTS =
  /^(?:notices|dispatch|files\.write|accounts\.(?:enlist|release)|jobs\.(?!read|list))/u;

/** Dies once at the given point; returns the points passed, and what is wrong. */
async function runWithCrash(at: number | null): Promise<{ points: CrashPoint[]; wrong: string[] }> {
  const points: CrashPoint[] = [];
  const deployment = await shortOfMoney((point) => {
    points.push(point);
    return points.length - 1 === at;
  });
  await untilSuspended(deployment);
  await untilOver(deployment);
  const { app, sandbox, close } = deployment;
  await close();
  const all = told(deployment);
  const missing = EVERYTHING.filter((one) => !PASSING.has(one) && !all.includes(one));
  const repeats = all.length - new Set(all).size;
  const charged = sandbox
    .ledger()
    .flatMap(({ resources }) => resources.map((one) => one.resourceId));
  const unended = app.jobs.all().filter(({ status }) => status !== 'done');
  return {
    points,
    wrong: [
      ...(new Set(charged).size < charged.length ? ['charged twice'] : []),
      ...missing.map((one) => `nobody was told: ${one}`),
      ...unended.map(({ name, status }) => `${name} is ${status}`),
      ...(repeats > 1 ? [`told ${repeats} times more than needed: ${all.join(', ')}`] : []),
    ],
  };
}

describe('a crash', () => {
  test('after anything that has an effect swallows no notice that matters, and repeats at most one', async () => {
    const undisturbed = await runWithCrash(null);
    const failures: string[] = [];
    const left = undisturbed.points
      .map((point, at) => ({ point, at }))
      .filter(({ point }) => point.when === 'after' || point.call === 'notices.send')
      .filter(({ point }) => EFFECTS.test(point.call));
    const count = left.length;
    const dieAtEach = async (): Promise<void> => {
      for (let next = left.pop(); next !== undefined; next = left.pop()) {
        const { wrong } = await runWithCrash(next.at);
        const { when, call } = next.point;
        failures.push(...wrong.map((one) => `${when} ${call} (${next.at}): ${one}`));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, dieAtEach));

    process.stdout.write(`notices: ${count} points\n`);
    expect(undisturbed.wrong).toEqual([]);
    expect(count).toBeGreaterThan(50);
    expect(failures).toEqual([]);
  }, 60_000);
});
