import { setTimeout as pause } from 'node:timers/promises';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountsAt, atSandbox } from '../../../infra/cli/local-run/local-accounts.ts';
import { type LocalRun, startLocalRun } from '../../../infra/cli/local-run/local-run.ts';
import { alibabaPrice, alibabaRows } from '../../../infra/cli/sample/alibaba/alibaba-resources.ts';
import { SAMPLE_KEYS } from '../../../infra/cli/sample/sample-keys.ts';
import { SAMPLES } from '../../../infra/cli/sample/samples.ts';
import type { AlibabaSandbox } from '../../../infra/sandboxes/alibaba/sandbox.ts';
import { startAlibabaSandbox } from '../../../infra/sandboxes/alibaba/server.ts';
import { readCheckAnswer } from '../../../shared/messages/check-answer.ts';
import { idOf, sheetRows } from '../../support/sheet-and-ledger.ts';

const now = Date.now();
let sandbox: AlibabaSandbox;
let run: LocalRun;

beforeAll(async () => {
  sandbox = await startAlibabaSandbox({ world: SAMPLES.alibaba.world(now) });
  run = await startLocalRun({
    accounts: accountsAt('alibaba', []).map((account) =>
      atSandbox(account, sandbox.url, { currency: 'USD' }),
    ),
    keys: { alibaba: SAMPLE_KEYS },
  });
}, 120_000);

afterAll(async () => {
  await run.stop();
  await sandbox.close();
});

async function written(prefix: string, ending: string, but = ''): Promise<Uint8Array> {
  for (;;) {
    const key = (await run.keys(prefix)).find(
      (each) => each.endsWith(ending) && (but === '' || !each.endsWith(but)),
    );
    if (key !== undefined) return await run.readObject(key);
    await pause(50);
  }
}

test("a dry run of the second provider's sample orders nothing, and counts what it tells no price of", async () => {
  await run.check('alibaba', 'december.xlsx', await SAMPLES.alibaba.quote(now));
  const book = await readXlsx(await written('results/alibaba/', '.check.xlsx'));
  const rows = sheetRows(book);
  const expected = new Map(rows.map((row) => [idOf(row), row]));

  expect(sandbox.orders()).toEqual([]);
  expect(await run.jobs.jobs()).toEqual([]);
  const sample = alibabaRows(now);
  const of = (id: string, heading: string): unknown => expected.get(id)?.[heading] ?? null;
  const renewable = sample.filter(({ fate }) => fate === 'renewed').map(({ id }) => id);
  const domains = sample.filter(({ kind }) => kind === 'domain').map(({ id }) => id);
  expect(new Set(renewable.map((id) => of(id, 'Expected outcome')))).toEqual(new Set(['renewed']));
  expect(new Set(domains.map((id) => of(id, 'Price now (USD)')))).toEqual(new Set([null]));
  const answer = readCheckAnswer(await written('jobs/checks/', '/answer.json'));
  const counted = rows
    .filter((row) => row['Expected outcome'] === 'renewed')
    .map((row) =>
      Number(row['Price now (USD)'] ?? row['Approved Price (USD)'] ?? row['批准价格 (USD)']),
    );
  const sum = counted.reduce((total, one) => total + one, 0);
  expect(Number(answer.needed[0]!.amount)).toBeCloseTo(sum, 2);

  const fresh = await readXlsx(await written('exports/alibaba/', '-repriced.xlsx'));
  const offered = sheetRows(fresh, 'Quote');
  const domain = offered.find((row) => idOf(row) === 'shop-sandbox.com')!;
  // Its price is what the file says, and so is its approval: the provider tells no other one.
  const typed = sample.find(({ id }) => id === 'shop-sandbox.com')!;
  const headings = ['Approved Price (USD)', 'Approved', 'Change'];
  expect(headings.map((heading) => domain[heading] ?? null)).toEqual([
    alibabaPrice(typed) / 100,
    '是',
    null,
  ]);
}, 120_000);

test('an export of the same account offers instances and domains by their modes, with its balance', async () => {
  const asked = await run.cloud.invoke('OperateFunction', {
    command: 'export',
    account: 'alibaba',
    due: '400d',
    by: 'Ada',
  });
  expect(asked).toMatchObject({ value: { ok: true } });
  const book = await readXlsx(await written('exports/alibaba/', '.xlsx', '-repriced.xlsx'));
  // Above the headings the line adds up what is approved.
  const offered = sheetRows(book, 'Quote', 1);
  const cover = book.sheets.flatMap(({ rows }) => rows.flat().map(String));

  const kinds = alibabaRows(now).filter(({ id }) =>
    offered.some((row) => row['Resource ID'] === id),
  );
  expect(new Set(kinds.map(({ kind }) => kind))).toEqual(new Set(['instance', 'domain']));
  // What renews itself is not offered.
  expect(new Set(offered.map((row) => row['Mode']))).toEqual(new Set(['manual', 'ends at expiry']));
  expect(cover.some((text) => text.startsWith('The account has USD '))).toBe(true);
}, 120_000);
