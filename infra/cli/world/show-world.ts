import type { OrderFacts } from '../../sandboxes/huawei/views.ts';
import type { SandboxClient } from './sandbox-client.ts';

/** What is left out of a list beyond this. */
const SHOWN = 20;

/** An account's sandbox in a few lines: money, orders under way, the last charges. */
export async function showWorld(name: string, sandbox: SandboxClient): Promise<readonly string[]> {
  const { cash, credit, currency, frozen } = await sandbox.account();
  const open = (await sandbox.orders()).filter(({ status }) => status === 6 || status === 3);
  const charges = await sandbox.ledger();
  const main = (await sandbox.resources()).filter((one) => one.main === null);
  return [
    `${name}: balance ${cash} ${currency}, credit ${credit} ${currency}${frozen ? ', frozen' : ''}`,
    `resources: ${main.length}, of which ${main.filter(({ heldBy }) => heldBy !== null).length} held by an order`,
    `orders under way: ${open.length}`,
    ...short(open.map(orderLine)),
    `charges: ${charges.length}`,
    ...short(
      charges
        .toReversed()
        .map(
          ({ order, amount, at, by, resources }) =>
            `  ${at} ${order} ${amount} ${currency} for ${resources.length} resources by ${by}`,
        ),
    ),
  ];
}

function orderLine({ id, status, by, amount, resources }: OrderFacts): string {
  const state = status === 6 ? 'unpaid' : 'processing';
  const [first = '', ...more] = resources;
  const others = more.length === 0 ? '' : ` and ${more.length} more`;
  return `  ${id} ${state}, ${amount} by ${by}: ${first}${others}`;
}

function short(lines: readonly string[]): readonly string[] {
  if (lines.length <= SHOWN) return lines;
  return [...lines.slice(0, SHOWN), `  and ${lines.length - SHOWN} more`];
}
