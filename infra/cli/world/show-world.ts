import type { OrderFacts, SandboxClient } from './sandbox-client.ts';

/** What is left out of a list beyond this. */
const SHOWN = 20;

/** An account's sandbox in a few lines: money, orders under way, the last charges. */
export async function showWorld(name: string, sandbox: SandboxClient): Promise<readonly string[]> {
  const account = await sandbox.account();
  const { cash, credit, currency } = account;
  const stopped = 'frozen' in account ? account.frozen : account.blocked !== null;
  const open = (await sandbox.orders()).filter((order) => stateOf(order) !== null);
  const charges = await sandbox.ledger();
  const main = (await sandbox.resources()).filter((one) => !('main' in one) || one.main === null);
  return [
    `${name}: balance ${cash} ${currency}, credit ${credit} ${currency}${stopped ? ', frozen' : ''}`,
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

/** Where an order that is not over stands; null: it is. */
function stateOf(order: OrderFacts): 'unpaid' | 'processing' | null {
  if (order.status === 6 || order.status === 'Unpaid') return 'unpaid';
  if (order.status === 3) return 'processing';
  return order.status === 'Paid' && order.completedAt === null ? 'processing' : null;
}

function orderLine(order: OrderFacts): string {
  const { id, by, amount, resources } = order;
  const [first = '', ...more] = resources;
  const others = more.length === 0 ? '' : ` and ${more.length} more`;
  return `  ${id} ${stateOf(order) ?? ''}, ${amount} by ${by}: ${first}${others}`;
}

function short(lines: readonly string[]): readonly string[] {
  if (lines.length <= SHOWN) return lines;
  return [...lines.slice(0, SHOWN), `  and ${lines.length - SHOWN} more`];
}
