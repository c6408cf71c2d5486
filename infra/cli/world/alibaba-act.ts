import { UserMistake } from '../terminal/user-mistake.ts';
import type { SandboxClient } from './sandbox-client.ts';
import type { WorldAct } from './world-command.ts';

/** An act as a sandbox takes it. */
export interface SandboxAct {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/**
 * What an act of the command line is in Alibaba Cloud's sandbox, where an unpaid order is what holds
 * something, and prices and renewals count months of an instance and years of a domain. Throws
 * {@link UserMistake} for an act that does not fit what it is about.
 */
export async function alibabaAct(act: WorldAct, sandbox: SandboxClient): Promise<SandboxAct> {
  const { name, input, subject } = act;
  const resource = subject;
  switch (name) {
    case 'lock':
      return { name: 'placeOrder', input: { resource } };
    case 'unlock':
      return { name: 'cancelOrder', input: { order: await holderOf(resource, sandbox) } };
    case 'reprice': {
      const period = 'year' in input ? 'year' : 'month';
      if (period !== (await periodOf(resource, sandbox))) throw wrongPeriod(resource, period);
      return { name, input: { resource, price: input[period] } };
    }
    case 'renewOutside': {
      const [count, years] = [Number(input['count']), input['period'] === 'year'];
      const isDomain = (await periodOf(resource, sandbox)) === 'year';
      if (isDomain && !years) throw wrongPeriod(resource, 'month');
      return { name, input: { resource, count: years && !isDomain ? 12 * count : count } };
    }
    case 'topUp':
    case 'setBalance':
    case 'takeOver':
    case 'payOrder':
    case 'cancelOrder':
      return { name, input };
  }
}

async function found(
  resource: string,
  sandbox: SandboxClient,
): Promise<Awaited<ReturnType<SandboxClient['resources']>>[number]> {
  const one = (await sandbox.resources()).find(({ id }) => id === resource);
  if (one !== undefined) return one;
  throw new UserMistake(`The sandbox refuses: there is no ${resource}.`);
}

async function holderOf(resource: string, sandbox: SandboxClient): Promise<string> {
  const { heldBy } = await found(resource, sandbox);
  if (heldBy !== null) return heldBy;
  throw new UserMistake(`The sandbox refuses: no order holds ${resource}.`);
}

async function periodOf(resource: string, sandbox: SandboxClient): Promise<'month' | 'year'> {
  const one = await found(resource, sandbox);
  return 'kind' in one && one.kind === 'domain' ? 'year' : 'month';
}

function wrongPeriod(resource: string, period: 'month' | 'year'): UserMistake {
  return new UserMistake(
    period === 'month'
      ? `${resource} is a domain, of which everything counts years: say --year for its price, --years for a renewal.`
      : `${resource} is an instance, whose price is of a month: leave --year out.`,
  );
}
