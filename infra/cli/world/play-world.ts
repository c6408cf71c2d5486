import { UserMistake } from '../terminal/user-mistake.ts';
import type { RunningCloudInfo } from '../dev/folder/running-cloud-file.ts';
import { alibabaAct } from './alibaba-act.ts';
import { openSandboxClient, type SandboxClient } from './sandbox-client.ts';
import { showWorld } from './show-world.ts';
import type { WorldAct } from './world-command.ts';

/** An act, and in whose sandbox; a null act only shows it. */
export interface PlayedAct {
  readonly account: string | null;
  readonly act: WorldAct | null;
}

/**
 * Does what a command asks for and returns the lines to print: one for an act. Throws `UserMistake`
 * where it cannot be done; then nothing has changed.
 */
export async function playWorld(
  { account, act }: PlayedAct,
  { accounts }: RunningCloudInfo,
): Promise<readonly string[]> {
  const { name, provider, control } = choose(accounts, account);
  if (control === null) {
    throw new UserMistake('The local cloud works with your own accounts: there is no sandbox.');
  }
  const sandbox = openSandboxClient(control);
  if (act === null) return await showWorld(name, sandbox);
  const played = provider === 'alibaba' ? await alibabaAct(act, sandbox) : act;
  const result = await sandbox.act(played.name, played.input);
  return [`${name}: ${await told(act, result, sandbox)}`];
}

type Accounts = RunningCloudInfo['accounts'];

function choose(accounts: Accounts, name: string | null): Accounts[number] {
  const names = accounts.map((account) => account.name).join(', ');
  const [only] = accounts;
  const found =
    name === null && accounts.length === 1 ? only : accounts.find((one) => one.name === name);
  if (found !== undefined) return found;
  throw new UserMistake(
    name === null
      ? `There are several accounts: say which with --account (${names}).`
      : `There is no account "${name}", only: ${names}.`,
  );
}

async function told(act: WorldAct, result: unknown, sandbox: SandboxClient): Promise<string> {
  const { subject, input } = act;
  const order = (result as { readonly order?: string } | null)?.order ?? subject;
  const { cash, currency } = await sandbox.account();
  switch (act.name) {
    case 'topUp':
      return `${subject} ${currency} added; the balance is ${cash} ${currency}.`;
    case 'setBalance':
      return `the balance is ${cash} ${currency}.`;
    case 'lock':
      return `${subject} is held by a colleague's unpaid order ${order}.`;
    case 'unlock':
      return `${subject} is free; the order that held it is cancelled.`;
    case 'reprice': {
      const period = 'year' in input ? 'year' : 'month';
      const price = String(input[period]);
      return `a ${period} of ${subject} costs ${price} ${currency} in orders from now on.`;
    }
    case 'renewOutside': {
      const now = (await sandbox.resources()).find(({ id }) => id === subject);
      return `a colleague has renewed ${subject} with order ${order}; it expires ${now?.expires ?? ''}.`;
    }
    case 'takeOver':
      return `${subject} is ordered and paid by somebody else with order ${order}; what held it is cancelled.`;
    case 'payOrder':
      return `order ${order} is paid; the balance is ${cash} ${currency}.`;
    case 'cancelOrder':
      return `order ${order} is cancelled.`;
  }
}
