import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readRunningCloud } from '../../../infra/cli/dev/folder/running-cloud-file.ts';
import { SAMPLE_KEYS } from '../../../infra/cli/sample/sample-keys.ts';
import { asTyped } from '../../../infra/cli/terminal/user-path.ts';
import type { JobView } from '../../../shared/messages/operate-answer.ts';
import {
  type Ended,
  endAll,
  killProcess,
  stands,
  type TestProcess,
} from '../../support/child-process.ts';
import { OpsDesk } from '../../support/ops-desk.ts';
import { DUE_SOON, dueResource } from '../../support/due-soon.ts';
import { worldQuote } from '../../support/world-quote.ts';

const folder = mkdtempSync(join(tmpdir(), 'renewsheet-day-'));
const desk = new OpsDesk(join(folder, 'data'));
const ADA = ['--by', 'Ada'] as const;

/** Each resource costs 10.00 a month: r0 to r11 are in the first quote, r12 to r15 in the second. */
const WORLD = {
  ...SAMPLE_KEYS,
  balance: '25.00',
  resources: Array.from({ length: 16 }, (_, index) =>
    // "Too many operations in a short time": the order stays, and is to be paid later.
    dueResource(index, index >= 14 ? { errors: { pay: 'CBC.99008040' } } : {}),
  ),
  behaviour: { completionDelayMs: 0, ordersPerRenew: 'one per resource', maxIdsPerRenew: 100 },
  faults: [
    // Dearer between its price and its order, which then cannot be cancelled.
    { api: 'renew', call: 1, what: { act: 'reprice', with: { resource: 'r7', month: '12.00' } } },
    { api: 'cancel', call: 1, what: { status: 400, code: 'CBC.99005010' } },
    // After two rounds without money for all of them: paid, and no answer yet when the kill comes.
    { api: 'pay', call: { from: 25, to: 29 }, when: 'after', what: { slow: 2000 } },
  ],
};
const SECOND_QUOTE = [
  'Resource ID,Expires On,Renewal Duration,List Price',
  ...[12, 13, 14, 15].map((number) => `r${number},${DUE_SOON.text},1 month,10`),
].join('\n');

afterAll(async () => {
  await endAll();
  rmSync(folder, { recursive: true, force: true });
});

function said(...text: readonly string[]): Ended {
  const out: unknown = expect.stringMatching(new RegExp(text.join('[^]*'), 'u'));
  return { code: 0, out: out as string, err: '' };
}

/** The id of the job that was made of a file, from its notice. */
async function jobOf(file: string, dev: TestProcess): Promise<string> {
  await dev.says(`: ${file} (job `);
  return dev.out().split(`: ${file} (job `)[1]!.slice(0, 10);
}

async function outcomes(name: string): Promise<Record<string, string>> {
  const { rows } = await desk.results(name);
  return Object.fromEntries(rows.map(({ resource, outcome }) => [resource, outcome]));
}

/** How many rows have which outcome. */
async function counts(name: string): Promise<Record<string, number>> {
  const words = Object.values(await outcomes(name));
  return Object.fromEntries(words.map((word) => [word, words.filter((w) => w === word).length]));
}

async function charged(): Promise<string[]> {
  const entries = await desk.sandbox().ledger();
  return entries
    .flatMap(({ resources }) => resources.map(({ resourceId }) => resourceId))
    .toSorted();
}

/**
 * Drops a quote that the balance does not suffice for; resuming without money does no harm. The dear
 * order that is not cancelled is a person's by then: it waits for no payment.
 */
async function shortOfMoney(dev: TestProcess): Promise<string> {
  desk.drop('december.xlsx', await worldQuote(12));
  const id = await jobOf('december.xlsx', dev);
  await dev.says(`[main] Suspended, at most 85.00 USD missing: december.xlsx (job ${id})`);
  await dev.says('  Finance: top up account main (at most 85.00 USD is missing)');
  await dev.says('.results.xlsx.');

  expect(await counts('december')).toEqual({
    renewed: 2,
    'not attempted': 9,
    'needs review': 1,
  });
  expect(await desk.jobs('status', id)).toEqual(
    said('is suspended; .*The balance of the account does not suffice', 'renewed +█+░+ +2\n'),
  );
  expect(await desk.jobs('resume', id.slice(0, 4), ...ADA)).toEqual(
    said(`Job ${id} goes on at its first unpaid row\\.`),
  );
  await dev.says('[main] Suspended, at most 85.00 USD missing', 2);
  await dev.says('.results.xlsx.', 2);
  expect(await counts('december')).toEqual({
    renewed: 2,
    'not attempted': 9,
    'needs review': 1,
  });
  expect(await desk.world('show')).toEqual(said('balance 5\\.00 USD', 'charges: 2\n'));
  return id;
}

/** A second quote of the account waits for the first. */
async function secondInLine(dev: TestProcess, first: string): Promise<string> {
  desk.drop('january.csv', SECOND_QUOTE);
  const id = await jobOf('january.csv', dev);
  const watch = desk.begin('status', id, '--watch');
  const [job] = await Promise.all([desk.job(id), watch.says('waiting: 0/4 rows decided')]);
  expect(job).toMatchObject({ status: 'waiting', waitsFor: { job: first, place: 1 } });
  watch.child.kill('SIGINT');
  expect([await watch.ended, watch.err()]).toEqual([130, '']);
  return id;
}

/** Two more wait that are then taken back: one at once, the other while nothing runs. */
async function takenBack(dev: TestProcess): Promise<void> {
  const [head, row] = SECOND_QUOTE.split('\n');
  for (const file of ['mistake.csv', 'forgotten.csv']) {
    desk.drop(file, [head, row].join('\n'));
    await dev.says(`place ${file === 'mistake.csv' ? 2 : 3} in line: ${file}`);
  }
  desk.remove('mistake.csv');
  await dev.says('approved/main/mistake.csv was removed and is taken back');
  await dev.says('[main] Cancelled, 0 of 1 row renewed: mistake.csv');
}

/** With money it goes on, and is killed while payments are under way. */
async function killedWhilePaying(dev: TestProcess, id: string): Promise<void> {
  expect(await desk.world('topup', '200.00')).toEqual(said('the balance is 205\\.00 USD'));
  expect(await desk.jobs('resume', id, ...ADA)).toEqual(said('goes on'));
  await stands(join(desk.data, 'sandbox/main.jsonl'), '"api":"pay","pathId"', 26);
  await killProcess(dev);
  expect(dev.out()).not.toContain('[main] Ended');
  expect(dev.err()).toBe('');
}

/** It goes on where it was; an order that could not be cancelled is looked into by a person. */
async function lookedInto(dev: TestProcess, id: string): Promise<void> {
  expect(dev.out()).toContain(' Going on with 3 unfinished jobs');
  await dev.says('approved/main/forgotten.csv was removed and is taken back');
  await dev.says('[main] Cancelled, 0 of 1 row renewed: forgotten.csv');
  expect(await desk.jobs('status', id, '--watch')).toEqual(
    said('is done; 12 of 12 rows decided: 11 renewed, 1 needs review', 'suspended +renewsheet'),
  );
  await dev.says(`[main] Ended, 1 of 12 rows needs review: december.xlsx (job ${id})`);
  await dev.says(`december.${id}.results.xlsx.`);
  const row = (await desk.results('december')).rows.find(({ resource }) => resource === 'r7')!;
  expect(row.outcome).toBe('needs review');
  const { out } = await desk.world('show');
  const order = / (CS\w+) unpaid, 12\.00 by \w+: r7\n/u.exec(out)![1]!;

  expect(await desk.world('cancel', order)).toEqual(said(`order ${order} is cancelled`));
  expect(await desk.jobs('rows', id, '--outcome', 'needs review')).toEqual(
    said(`Order ${order}\n`, ' 1\\. .*\n', `settle ${id} --order ${order} --as "not paid"`),
  );
  expect(await desk.jobs('journal', id)).toEqual(said(`Order ${order}, for r7: `));
  expect(await desk.jobs('queues')).toEqual(
    said('none was put aside', 'chunks +\\d+ +\\d+ +\\d+ +0\n'),
  );
  expect(await desk.jobs('settle', id, '--order', order, '--as', 'not paid', ...ADA)).toEqual(
    said(
      `Job ${id}, order ${order} \\(1 row\\): now "not attempted"\\. Checked by Ada: nothing was paid for it\\.`,
    ),
  );
  // Also the sheet from before the kill may be written once more.
  for (let times = 2; (await outcomes('december'))['r7'] !== 'not attempted'; times += 1) {
    await dev.says(`december.${id}.results.xlsx.`, times);
  }
  expect((await desk.results('december')).summary).toMatch(
    /settle \| Ada \| order CS\w+ \(1 row\): not paid/u,
  );
}

/** The second job has paid what it could and waits to pay the rest when it is cancelled. */
async function cancelledInItsMiddle(dev: TestProcess, id: string): Promise<void> {
  await dev.says(`(${id}) running: 2/4 rows, 20.00 USD paid; 2 renewed`);
  const before = await charged();
  expect(await desk.jobs('status', id)).toEqual(
    said('is running; 2 of 4 rows decided: 2 renewed\\.'),
  );
  expect(await desk.jobs('redrive', id, ...ADA)).toEqual(said(`Job ${id}: `));
  expect(await desk.jobs('cancel', id, ...ADA)).toEqual(said('is being cancelled'));
  await dev.says(`[main] Cancelled, 2 of 4 rows renewed: january.csv (job ${id})`);
  await dev.says(`january.${id}.results.xlsx.`);

  expect(await counts('january')).toEqual({ renewed: 2, 'not attempted': 2 });
  expect(await charged()).toEqual(before);
}

function refused(line: string): Ended {
  return { code: 1, out: '', err: `${line} Asked: the local cloud in ${asTyped(desk.data)}.\n` };
}

async function closingList(first: string, second: string): Promise<void> {
  const [list, again, unknown] = await Promise.all([
    desk.jobs('list'),
    desk.jobs('resume', first),
    desk.jobs('cancel', 'zzz', '--json'),
  ]);
  expect(list).toEqual(
    said(
      `${second} +main +january +cancelled +4/4 +20\\.00 USD`,
      `${first} +main +december +done +12/12 +110\\.00 USD`,
    ),
  );
  expect(again).toEqual(refused(`Job ${first} is done; only a suspended job can be resumed.`));
  expect(unknown).toMatchObject({ code: 1, out: '{"ok":false,"line":"There is no job zzz."}\n' });
}

function expectHistory({ history }: JobView, expected: readonly string[]): void {
  const moments = history.map(({ at }) => at);
  expect(history.map(({ event, by }) => `${event} by ${by}`)).toEqual(expected);
  expect(moments).toEqual(moments.toSorted());
  expect(Date.now() - Date.parse(moments[0]!)).toBeLessThan(10 * 60_000);
}

async function whoDidWhat(first: string, second: string): Promise<void> {
  const [done, cancelled] = await Promise.all([desk.job(first), desk.job(second)]);
  expectHistory(done, [
    'planning by AWS:admin',
    'waiting by renewsheet',
    'running by renewsheet',
    'suspended by renewsheet',
    'running by Ada',
    'suspended by renewsheet',
    'running by Ada',
    'finishing by renewsheet',
    'done by renewsheet',
    'settle by Ada',
  ]);
  expectHistory(cancelled, [
    'planning by AWS:admin',
    'waiting by renewsheet',
    'running by renewsheet',
    'redrive by Ada',
    'finishing by Ada',
    'cancelled by renewsheet',
  ]);
}

/** What the workbooks say was paid is what was charged, each resource once. */
async function booksAgree(): Promise<void> {
  const books = await Promise.all([desk.results('december'), desk.results('january')]);
  const rows = books.flatMap((book) => book.rows);
  const renewed = rows.filter(({ outcome }) => outcome === 'renewed');
  const { ledger, orders, account } = desk.sandbox();
  const amounts = (await ledger()).map(({ amount }) => Number(amount));

  expect(rows).toHaveLength(16);
  expect(await charged()).toEqual(renewed.map(({ resource }) => resource).toSorted());
  expect(rows.reduce((sum, { paid }) => sum + paid, 0)).toBe(130);
  expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(130);
  expect((await account()).cash).toBe((225 - 130).toFixed(2));
  expect((await orders()).filter(({ status }) => status === 6 || status === 3)).toEqual([]);
}

async function endsInOrder(dev: TestProcess): Promise<void> {
  dev.child.kill('SIGTERM');
  expect(await dev.ended).toBe(0);
  expect(readRunningCloud(desk.data).kind).toBe('none');
  expect(dev.err()).toBe('');
  // What the bucket had before the kill was not taken once more, and no role was overstepped.
  expect(dev.out()).not.toContain('Took');
  expect(dev.out()).not.toMatch(/does not allow|failed/u);
}

test('a day of ops: short of money, two files taken back, killed while paying, a row looked into, a job cancelled', async () => {
  const worldFile = join(folder, 'world.json');
  writeFileSync(worldFile, JSON.stringify(WORLD));
  const morning = await desk.start('--world', worldFile);
  const first = await shortOfMoney(morning);
  const second = await secondInLine(morning, first);
  await takenBack(morning);
  await killedWhilePaying(morning, first);
  desk.remove('forgotten.csv');
  const afternoon = await desk.start();
  await lookedInto(afternoon, first);
  await cancelledInItsMiddle(afternoon, second);
  await closingList(first, second);
  await whoDidWhat(first, second);
  await booksAgree();
  expect(await charged()).toHaveLength(13);
  await endsInOrder(afternoon);
}, 180_000);
