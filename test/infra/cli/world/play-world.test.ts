import { expect, onTestFinished, test } from 'vitest';
import { playWorld } from '../../../../infra/cli/world/play-world.ts';
import type { RunningCloudInfo } from '../../../../infra/cli/dev/folder/running-cloud-file.ts';
import { readArguments } from '../../../../infra/cli/read-arguments.ts';
import { startHuaweiSandbox } from '../../../../infra/sandboxes/huawei/server.ts';
import type { HuaweiSandbox } from '../../../../infra/sandboxes/huawei/sandbox.ts';
import { runningSample } from '../dev/running-sample.ts';

const RESOURCE = { expires: '2099-12-01T15:59:59Z', prices: { month: '10.00', year: '100.00' } };

interface World {
  readonly sandbox: HuaweiSandbox;
  readonly cloud: RunningCloudInfo;
  /** What `npm run world` prints, or the sentence it ends with. */
  readonly play: (...args: string[]) => Promise<string>;
}

async function world(): Promise<World> {
  const sandbox = await startHuaweiSandbox({
    world: {
      accessKey: 'AK',
      secretKey: 'SK',
      balance: '50.00',
      resources: [
        { ...RESOURCE, id: 'vm-1' },
        { ...RESOURCE, id: 'vm-2', locked: 'unpaid' },
      ],
    },
  });
  onTestFinished(async () => {
    await sandbox.close();
  });
  const cloud = runningSample({
    accounts: [
      { name: 'main', provider: 'huawei', control: `${sandbox.url}/_sandbox` },
      { name: 'own', provider: 'huawei', control: null },
    ],
  });
  const play = async (...args: string[]): Promise<string> => {
    const asked = readArguments(['world', '--account', 'main', ...args], 'ada');
    if (asked.kind !== 'world' || asked.command.act === 'reset') throw new Error('not an act');
    const { account, act } = asked.command;
    return await playWorld({ account, act }, cloud).then(
      (lines) => lines.join('\n'),
      (error: Error) => error.message,
    );
  };
  return { sandbox, cloud, play };
}

test('each act happens in the sandbox and is told in one line', async () => {
  const { sandbox, play } = await world();
  const [locked] = sandbox.orders();

  expect(await play('balance', '60')).toBe('main: the balance is 60.00 USD.');
  expect(await play('topup', '2.50')).toBe('main: 2.50 USD added; the balance is 62.50 USD.');
  expect(await play('unlock', 'vm-2')).toBe(
    'main: vm-2 is free; the order that held it is cancelled.',
  );
  expect(sandbox.orders()[0]).toMatchObject({ id: locked!.id, status: 4 });
  expect(await play('lock', 'vm-2')).toMatch(
    /^main: vm-2 is held by a colleague's unpaid order CS\w+\.$/u,
  );
  const { id } = sandbox.orders()[1]!;
  expect(await play('pay', id)).toBe(`main: order ${id} is paid; the balance is 52.50 USD.`);
  expect(await play('reprice', 'vm-1', '12.00')).toBe(
    'main: a month of vm-1 costs 12.00 USD in orders from now on.',
  );
  expect(await play('renew', 'vm-1')).toMatch(
    /^main: a colleague has renewed vm-1 with order CS\w+; it expires 2100-01-01T15:59:59Z\.$/u,
  );
  expect(await play('takeover', 'vm-1', '--by', 'renewsheet')).toMatch(
    /^main: vm-1 is ordered and paid by somebody else with order CS\w+; what held it is cancelled\.$/u,
  );
  expect(sandbox.orders().at(-1)).toMatchObject({ by: 'renewsheet', through: 'console' });
  expect(sandbox.ledger().map(({ amount }) => amount)).toEqual(['10.00', '12.00', '12.00']);
});

test('what the sandbox refuses is told in one line and changes nothing', async () => {
  const { sandbox, play } = await world();
  const before = [sandbox.orders(), sandbox.account()];

  expect(await play('lock', 'vm-9')).toBe(
    'The sandbox refuses: vm-9 is no main resource of this account.',
  );
  expect(await play('lock', 'vm-2')).toBe('The sandbox refuses: vm-2 is held by another order.');
  expect(await play('unlock', 'vm-1')).toBe('The sandbox refuses: no order holds vm-1.');
  expect(await play('pay', 'CS0')).toBe('The sandbox refuses: there is no order CS0.');
  expect([sandbox.orders(), sandbox.account()]).toEqual(before);
});

test('shows money, orders under way and charges', async () => {
  const { sandbox, play } = await world();
  await play('renew', 'vm-1');
  const [locked, renewed] = sandbox.orders();

  expect((await play('show')).split('\n')).toEqual([
    'main: balance 40.00 USD, credit 0.00 USD',
    'resources: 2, of which 1 held by an order',
    'orders under way: 1',
    `  ${locked!.id} unpaid, 10.00 by colleague: vm-2`,
    'charges: 1',
    `  ${renewed!.paidAt} ${renewed!.id} 10.00 USD for 1 resources by colleague`,
  ]);
});

test('names the accounts there are, and says where there is no sandbox', async () => {
  const { cloud, play, sandbox } = await world();
  const show = { data: null, account: null, act: null };

  await expect(playWorld(show, cloud)).rejects.toThrow(
    'There are several accounts: say which with --account (main, own).',
  );
  await expect(playWorld({ ...show, account: 'x' }, cloud)).rejects.toThrow(
    'There is no account "x", only: main, own.',
  );
  await expect(playWorld({ ...show, account: 'own' }, cloud)).rejects.toThrow(
    'The local cloud works with your own accounts: there is no sandbox.',
  );
  await sandbox.close();
  expect(await play('show')).toBe(
    'The sandbox of the local cloud does not answer: is npm run dev up?',
  );
});
