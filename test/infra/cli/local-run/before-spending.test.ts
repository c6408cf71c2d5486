import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { startDev } from '../../../../infra/cli/dev/start-dev.ts';
import type { Person } from '../../../../infra/cli/local-run/spending.ts';
import { type PreparedRun, prepareRun } from '../../../../infra/cli/start/prepare-run.ts';
import type { StartCommand } from '../../../../infra/cli/start/start-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'renewsheet-spending-'));
const [QUOTE, ACCOUNTS] = [join(folder, 'q.csv'), join(folder, 'own.json')];
writeFileSync(
  QUOTE,
  'Resource ID,Expires,List Price,Renewal Duration\nvm-1,2026-12-20 23:59:59,10.00,1 month\n',
);
writeFileSync(
  ACCOUNTS,
  JSON.stringify([
    {
      name: 'main',
      provider: 'huawei',
      endpoint: 'https://bss.example.com',
      currency: 'USD',
      expiryZone: 'Asia/Shanghai',
      accessKey: 'AK',
      secretKey: 'SK',
    },
  ]),
);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Heard extends Person {
  readonly told: string[];
  readonly asked: string[];
}

/** Somebody who answers so; null: nobody is there. */
function person(answer: string | null): Heard {
  const told: string[] = [];
  const asked: string[] = [];
  const ask = async (question: string): Promise<string> => {
    asked.push(question);
    return await Promise.resolve(answer ?? '');
  };
  return { told, asked, tell: (line) => told.push(line), ask: answer === null ? null : ask };
}

/** What npm start is asked for beside what a test says. */
const ASKED: StartCommand = {
  file: QUOTE,
  sample: null,
  account: null,
  accounts: null,
  world: null,
  out: folder,
  check: false,
  yes: false,
  json: false,
};

async function prepare(command: Partial<StartCommand>, whom: Person): Promise<PreparedRun> {
  return await prepareRun({ ...ASKED, ...command }, Date.now(), whom);
}

const FIGURES = 'account main at https://bss.example.com, q.csv: 1 of 1 row to be paid';

describe('npm start', () => {
  test('says REAL MONEY first, and goes on once somebody has agreed', async () => {
    const one = person('yes');
    const { spending } = await prepare({ accounts: ACCOUNTS }, one);

    expect(one.told).toEqual([`REAL MONEY: ${FIGURES}, approved 10.00 USD.`]);
    expect([one.asked.length, spending.kind]).toEqual([1, 'agreed']);
  });

  test('goes no further where somebody says no, or nobody is there to ask', async () => {
    await expect(prepare({ accounts: ACCOUNTS }, person('no'))).rejects.toThrow('Nothing was sent');
    await expect(prepare({ accounts: ACCOUNTS }, person(null))).rejects.toThrow('need --yes');
    const { spending } = await prepare({ accounts: ACCOUNTS, yes: true }, person(null));
    expect(spending.kind).toBe('agreed');
  });

  test('asks nobody for a dry run, which says that nothing is paid and may pay nothing', async () => {
    const one = person(null);
    const { spending } = await prepare({ accounts: ACCOUNTS, check: true }, one);

    expect(one.told).toEqual([
      `REAL ACCOUNT, dry run, nothing is paid: ${FIGURES}, approved 10.00 USD.`,
    ]);
    expect(spending.kind).toBe('dry run');
  });

  test('says SANDBOX first where no account is real', async () => {
    const one = person(null);
    const { sandbox, spending } = await prepare({}, one);
    await sandbox!.close();

    expect(one.told).toEqual([`SANDBOX: account main at ${sandbox!.url}; no real money.`]);
    expect(spending.kind).toBe('sandbox');
  });
});

test('npm run dev makes and starts nothing with own accounts before somebody has agreed', async () => {
  const data = join(folder, 'data');
  const command = { data, world: null, sample: null, accounts: ACCOUNTS, yes: false };
  for (const [answer, says] of [
    ['no', 'Nothing was sent'],
    [null, 'need --yes'],
  ] as const) {
    const one = person(answer);

    await expect(startDev({ command, tell: one.tell, person: one })).rejects.toThrow(says);
    expect(one.told).toEqual([expect.stringMatching(/^REAL MONEY: account main at https:/u)]);
    expect(existsSync(data)).toBe(false);
  }
});
