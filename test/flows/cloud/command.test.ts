import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { sampleWorld } from '../../../infra/cli/sample/huawei/sample-world.ts';
import {
  type Ended,
  endAll,
  endOf,
  startProcess,
  type TestProcess,
} from '../../support/child-process.ts';
import { DUE_SOON } from '../../support/due-soon.ts';

const folder = mkdtempSync(join(tmpdir(), 'renewsheet-command-'));

afterAll(async () => {
  await endAll();
  rmSync(folder, { recursive: true, force: true });
});

const QUOTE = `Resource ID,Expires,List Price,Renewal Duration\naaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1,${DUE_SOON.text},10.00,1 month\n`;

function begin(args: readonly string[]): TestProcess {
  return startProcess('infra/cli/renewsheet.ts', ['start', ...args]);
}

async function start(args: readonly string[]): Promise<Ended> {
  return await endOf(begin(args));
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('npm start', () => {
  test('runs the sample to the end and prints one line of JSON, exit code 0', async () => {
    const out = join(folder, 'sample');
    const ended = await start(['--json', '--out', out]);
    const answer = JSON.parse(ended.out) as Record<string, unknown>;

    expect(ended.code).toBe(0);
    expect(ended.out.trim().split('\n')).toHaveLength(1);
    expect(answer).toMatchObject({
      status: 'done',
      reason: null,
      rows: 241,
      results: join(out, 'sample-quote.results.xlsx'),
    });
    expect(ended.err).toMatch(
      /^SANDBOX: account main at http:\/\/127\.0\.0\.1:\d+; no real money\.\n$/u,
    );
    const files = readdirSync(out).map((file) => file.replace(/\.[a-z0-9]{10}\./u, '.<job>.'));
    expect(files.toSorted()).toEqual([
      'sample-quote.<job>.retry.xlsx',
      'sample-quote.<job>.review.xlsx',
      'sample-quote.results.xlsx',
    ]);
  });

  test('ends with 2 and a results workbook when the file is rejected', async () => {
    const out = join(folder, 'rejected');
    const ended = await start([file('notes.xlsx', 'no workbook'), '--json', '--out', out]);

    expect(ended.code).toBe(2);
    expect(JSON.parse(ended.out)).toMatchObject({ status: 'rejected', rows: 0 });
    expect(readdirSync(out)).toEqual(['notes.results.xlsx']);
  });

  test('ends with 3 when the balance is short, and tells what was paid until then', async () => {
    const world = { ...sampleWorld(Date.now()), balance: '9000.00' };
    const path = file('short.json', JSON.stringify(world));
    const ended = await start(['--world', path, '--json', '--out', join(folder, 'short')]);
    const answer = JSON.parse(ended.out) as { paid: { USD: string }; reason: string };

    expect(ended.code).toBe(3);
    expect(answer).toMatchObject({ status: 'suspended', rows: 241 });
    expect(answer.reason).toContain('balance');
    expect(Number(answer.paid.USD)).toBeGreaterThan(5000);
    expect(Number(answer.paid.USD)).toBeLessThanOrEqual(9000);
  });

  test('pays from no real account without a yes: one sentence, nothing is sent', async () => {
    let calls = 0;
    const provider = createServer((_, answer) => {
      calls += 1;
      answer.end();
    }).listen(0, '127.0.0.1');
    await once(provider, 'listening');
    const { port } = provider.address() as AddressInfo;
    const own = { name: 'main', provider: 'huawei', endpoint: `http://127.0.0.1:${port}` };
    const keys = { accessKey: 'AK', secretKey: 'SK' };
    const rest = { currency: 'USD', expiryZone: 'Asia/Shanghai' };
    const accounts = file('own.json', JSON.stringify([{ ...own, ...rest, ...keys }]));
    const out = join(folder, 'real');
    const ended = await start([file('q.csv', QUOTE), '--accounts', accounts, '--out', out]);
    provider.close();

    expect(ended.code).toBe(1);
    expect(ended.out).toBe(
      `REAL MONEY: account main at ${own.endpoint}, q.csv: 1 of 1 row to be paid, approved 10.00 USD.\n`,
    );
    expect(ended.err).toBe(
      'Nothing was sent: without a terminal to ask at, real accounts need --yes.\n',
    );
    expect([calls, readdirSync(out)]).toEqual([0, []]);
  });

  test('orders nothing with --check, and says what would happen', async () => {
    const resource = { id: 'a1', expires: DUE_SOON.instant, prices: { month: '10.00' } };
    const keys = { accessKey: 'AK', secretKey: 'SK' };
    const world = file('w.json', JSON.stringify({ ...keys, balance: '5', resources: [resource] }));
    const quote = file('a1.csv', QUOTE.replace('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1', 'a1'));
    const out = join(folder, 'check');
    const ended = await start([quote, '--world', world, '--check', '--json', '--out', out]);

    expect([ended.code, JSON.parse(ended.out)]).toMatchObject([
      0,
      { state: 'would run', rows: 1, missing: { USD: '5.00' } },
    ]);
    expect(readdirSync(out)).toEqual(['a1.check.xlsx']);
  });

  test('does nothing where npm has kept an option for itself', async () => {
    const taken = { npm_lifecycle_event: 'start', npm_config_check: 'true' };
    const out = join(folder, 'kept');
    const quote = file('kept.csv', QUOTE);
    const args = ['start', quote, '--out', out];
    const ended = await endOf(startProcess('infra/cli/renewsheet.ts', args, taken));

    expect([ended.code, ended.out, existsSync(out)]).toEqual([1, '', false]);
    expect(ended.err).toMatch(/^npm has kept --check for itself, so nothing was done: /u);
  });

  test('ends with 130 and without results when it is interrupted', async () => {
    const out = join(folder, 'interrupted');
    const started = begin(['--out', out]);
    await started.says('running');
    started.child.kill('SIGINT');

    expect(await started.ended).toBe(130);
    expect(started.err()).toContain('Interrupted');
    expect(started.err()).toContain('A call that was under way may still take effect');
    expect(readdirSync(out)).toEqual([]);
  });

  test.each([
    [['--bogus'], "Unknown option '--bogus'."],
    [['none.xlsx'], 'There is no quote file none.xlsx: check the path.'],
    [['--account', 'nobody'], 'There is no account "nobody", only: main.'],
    [['--accounts', 'none.json'], 'none.json: There is no such file to read.'],
    [['--world', 'none.json'], 'There is no world file none.json: check the path.'],
  ])('ends with 1 and one plain line for %j', async (args, line) => {
    const ended = await start([...args, '--out', join(folder, 'wrong')]);

    expect(ended.code).toBe(1);
    expect(ended.out).toBe('');
    expect(ended.err.trim().split('\n')).toEqual([expect.stringContaining(line)]);
  });
});

/** Otherwise it would install what is missing, in the middle of the other tests. */
const installed =
  existsSync('node_modules/.renewsheet-installed') &&
  readFileSync('node_modules/.renewsheet-installed', 'utf8') ===
    createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');

function npx(...args: string[]): TestProcess {
  return startProcess('infra/cli/renewsheet.mjs', args);
}

describe.skipIf(!installed)('npx renewsheet', () => {
  test('starts the command and ends as it does', async () => {
    const ended = await endOf(npx('jobs', 'frob'));

    expect(ended.code).toBe(1);
    expect(ended.err).toBe('There is no command "frob". See npm run jobs -- --help.\n');
  });

  test('hands Ctrl-C on to the command, and waits for its end', async () => {
    const started = npx('start', '--out', join(folder, 'npx'));
    await started.says('running');
    started.child.kill('SIGINT');

    expect(await started.ended).toBe(130);
    expect(started.err()).toContain('Interrupted');
  });
});
