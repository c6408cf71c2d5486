import { parseArgs } from 'node:util';
import type { ActName } from '../../sandboxes/huawei/acts.ts';
import { firstSentence } from '../terminal/first-sentence.ts';

/** The acts that can be played from the command line. */
export type WorldActName = Extract<
  ActName,
  | 'topUp'
  | 'setBalance'
  | 'lock'
  | 'unlock'
  | 'reprice'
  | 'renewOutside'
  | 'payOrder'
  | 'cancelOrder'
>;

/** What someone does in the sandbox's world; `subject` is the resource, order or amount it is about. */
export interface WorldAct {
  readonly name: WorldActName;
  readonly input: Readonly<Record<string, unknown>>;
  readonly subject: string;
}

/** What `npm run world` was asked for. A null act only shows the world. */
export interface WorldCommand {
  readonly data: string | null;
  readonly account: string | null;
  readonly act: WorldAct | null;
}

/** How the command is used, in a few lines. */
export const WORLD_USAGE = `npm run world --silent -- ACT [options]

Plays a colleague in the sandbox of the local cloud that npm run dev keeps up.

  show                     balance, orders under way, charges
  topup AMOUNT             adds money to the balance
  balance AMOUNT           the balance is this from now on
  lock RESOURCE            a colleague's unpaid order holds the resource
  unlock RESOURCE          cancels the order that holds the resource, whoever made it
  reprice RESOURCE PRICE   a new list price for a month (--year: a year), for orders still to come
  renew RESOURCE           a colleague renews it, for a month (--months N, --years N)
  pay ORDER                a colleague pays an unpaid order
  cancel ORDER             a colleague cancels an unpaid order

  --account NAME           whose sandbox, where there are several accounts
  --data DIR               the folder of the local cloud (default .renewsheet in the repository)
`;

/** The command line, a call for help, or the one sentence that says what is wrong with it. */
export type WorldReading =
  | { readonly kind: 'command'; readonly command: WorldCommand }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly problem: string };

interface Options {
  readonly months?: string | undefined;
  readonly years?: string | undefined;
  readonly year?: boolean | undefined;
}

/** An act, null for a mere look, or what is wrong. */
type ActReading = WorldAct | string | null;

const OPTIONS = {
  data: { type: 'string' },
  account: { type: 'string' },
  months: { type: 'string' },
  years: { type: 'string' },
  year: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Reads the arguments after `--`. */
export function readWorldCommand(args: readonly string[]): WorldReading {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  } catch (error) {
    return wrong(firstSentence((error as Error).message));
  }
  const { values, positionals } = parsed;
  if (values.help === true) return { kind: 'help' };
  const [verb, ...rest] = positionals;
  if (verb === undefined) return wrong('Say what is to happen.');
  const act = readAct(verb, rest, values);
  if (typeof act === 'string') return wrong(act);
  const { data = null, account = null } = values;
  return { kind: 'command', command: { data, account, act } };
}

const NEEDS: Readonly<Record<string, string>> = {
  show: 'nothing more',
  topup: 'one amount',
  balance: 'one amount',
  lock: 'one resource',
  unlock: 'one resource',
  reprice: 'a resource and a price',
  renew: 'one resource',
  pay: 'one order',
  cancel: 'one order',
};

function readAct(verb: string, rest: readonly string[], options: Options): ActReading {
  const [subject = '', price = ''] = rest;
  const wanted = { reprice: 2, show: 0 }[verb] ?? 1;
  if (verb in NEEDS && rest.length !== wanted) return `${verb} takes ${NEEDS[verb]}.`;
  if (verb !== 'renew' && (options.months ?? options.years) !== undefined) {
    return 'Only renew takes --months and --years.';
  }
  if (verb !== 'reprice' && options.year === true) return 'Only reprice takes --year.';
  switch (verb) {
    case 'show':
      return null;
    case 'topup':
    case 'balance':
      return money(verb, subject);
    case 'lock':
    case 'unlock':
      return { name: verb, input: { resource: subject }, subject };
    case 'reprice':
      return isAmount(price)
        ? {
            name: 'reprice',
            input: { resource: subject, [options.year === true ? 'year' : 'month']: price },
            subject,
          }
        : `"${price}" is no price, such as 12.50.`;
    case 'renew':
      return renewal(subject, options);
    case 'pay':
    case 'cancel':
      return {
        name: verb === 'pay' ? 'payOrder' : 'cancelOrder',
        input: { order: subject },
        subject,
      };
    default:
      return `There is no act "${verb}".`;
  }
}

function money(verb: 'topup' | 'balance', subject: string): ActReading {
  const known = isAmount(subject);
  const input = { amount: subject };
  if (verb === 'balance') {
    return known
      ? { name: 'setBalance', input, subject }
      : `"${subject}" is no amount, such as 100.00.`;
  }
  return known && Number(subject) > 0
    ? { name: 'topUp', input, subject }
    : `"${subject}" is no amount above 0, such as 100.00.`;
}

function renewal(resource: string, { months, years }: Options): ActReading {
  if (months !== undefined && years !== undefined) return 'Give --months or --years, not both.';
  const count = years ?? months ?? '1';
  if (!/^[1-9]\d?$/u.test(count)) return `"${count}" is no number of months or years.`;
  const period = years === undefined ? 'month' : 'year';
  return {
    name: 'renewOutside',
    input: { resource, period, count: Number(count) },
    subject: resource,
  };
}

/** Decimal text with at most two decimals. */
function isAmount(text: string): boolean {
  return /^\d{1,12}(?:\.\d{1,2})?$/u.test(text);
}

function wrong(problem: string): WorldReading {
  return { kind: 'wrong', problem: `${problem} See npm run world -- --help.` };
}
