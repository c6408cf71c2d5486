import { expect, onTestFinished, test } from 'vitest';
import { readArguments } from '../../../../infra/cli/read-arguments.ts';
import { playWorld } from '../../../../infra/cli/world/play-world.ts';
import type { AlibabaSandbox } from '../../../../infra/sandboxes/alibaba/sandbox.ts';
import { startAlibabaSandbox } from '../../../../infra/sandboxes/alibaba/server.ts';
import { runningSample } from '../dev/running-sample.ts';

const EXPIRES = { expires: '2099-12-01T15:59:59Z' };

async function world(): Promise<{
  readonly sandbox: AlibabaSandbox;
  readonly play: (...args: string[]) => Promise<string>;
}> {
  const sandbox = await startAlibabaSandbox({
    world: {
      provider: 'alibaba',
      accessKey: 'AK',
      secretKey: 'SK',
      balance: '50.00',
      instances: [{ ...EXPIRES, id: 'i-1', product: 'ecs', price: '2.00' }],
      domains: [{ ...EXPIRES, name: 'one.com', price: '12.00' }],
    },
  });
  onTestFinished(async () => {
    await sandbox.close();
  });
  const control = `${sandbox.url}/_sandbox`;
  const cloud = runningSample({ accounts: [{ name: 'ali', provider: 'alibaba', control }] });
  const play = async (...args: string[]): Promise<string> => {
    const asked = readArguments(['world', ...args], 'ada');
    if (asked.kind !== 'world' || asked.command.act === 'reset') throw new Error('not an act');
    const { account, act } = asked.command;
    return await playWorld({ account, act }, cloud).then(
      (lines) => lines.join('\n'),
      (error: Error) => error.message,
    );
  };
  return { sandbox, play };
}

test("each act happens in the second provider's sandbox and is told in one line", async () => {
  const { sandbox, play } = await world();

  expect(await play('topup', '2.50')).toBe('ali: 2.50 USD added; the balance is 52.50 USD.');
  expect(await play('balance', '90')).toBe('ali: the balance is 90.00 USD.');
  expect(await play('lock', 'i-1')).toMatch(
    /^ali: i-1 is held by a colleague's unpaid order \d+\.$/u,
  );
  expect(await play('unlock', 'i-1')).toBe(
    'ali: i-1 is free; the order that held it is cancelled.',
  );
  expect(sandbox.orders()[0]).toMatchObject({ status: 'Cancelled', by: 'colleague' });
  await play('lock', 'one.com');
  const { id } = sandbox.orders()[1]!;
  expect(await play('pay', id)).toBe(`ali: order ${id} is paid; the balance is 78.00 USD.`);
  expect(await play('reprice', 'i-1', '3.00')).toBe(
    'ali: a month of i-1 costs 3.00 USD in orders from now on.',
  );
  expect(await play('reprice', 'one.com', '13.00', '--year')).toBe(
    'ali: a year of one.com costs 13.00 USD in orders from now on.',
  );
  expect(await play('renew', 'i-1', '--years', '1')).toMatch(/it expires 2100-12-01T15:59:59Z\.$/u);
  expect(await play('renew', 'one.com', '--years', '2')).toMatch(
    /it expires 2102-12-01T15:59:59Z\.$/u,
  );
  expect(await play('takeover', 'i-1', '--by', 'renewsheet')).toMatch(/^ali: i-1 is ordered/u);
  expect(sandbox.orders().at(-1)).toMatchObject({ by: 'renewsheet', through: 'console' });
  expect(sandbox.ledger().map(({ amount }) => amount)).toEqual(['12.00', '36.00', '26.00', '3.00']);
});

test('what does not fit the second provider is told in one line and changes nothing', async () => {
  const { sandbox, play } = await world();
  const before = [sandbox.orders(), sandbox.account()];

  expect(await play('lock', 'i-9')).toContain('The sandbox refuses: ');
  expect(await play('unlock', 'i-1')).toBe('The sandbox refuses: no order holds i-1.');
  expect(await play('renew', 'one.com')).toContain('one.com is a domain, of which');
  expect(await play('reprice', 'one.com', '13.00')).toContain('say --year for its price');
  expect(await play('reprice', 'i-1', '13.00', '--year')).toContain('leave --year out');
  expect([sandbox.orders(), sandbox.account()]).toEqual(before);
});

test('shows what the second provider has under way', async () => {
  const { sandbox, play } = await world();
  await play('lock', 'i-1');
  await play('renew', 'one.com', '--years', '1');
  const [locked, renewed] = sandbox.orders();

  expect((await play('show')).split('\n')).toEqual([
    'ali: balance 38.00 USD, credit 0.00 USD',
    'resources: 2, of which 1 held by an order',
    'orders under way: 1',
    `  ${locked!.id} unpaid, 2.00 by colleague: i-1`,
    'charges: 1',
    `  ${renewed!.paidAt} ${renewed!.id} 12.00 USD for 1 resources by colleague`,
  ]);
});
