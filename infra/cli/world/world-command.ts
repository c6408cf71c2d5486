import type { Command } from 'commander';
import type { ActName } from '../../sandboxes/huawei/acts/acts.ts';
import { mistake, plainCommand } from '../terminal/plain-command.ts';
import { type Meaning, type Verb, verbCommand } from '../terminal/verb-command.ts';

/** The acts that can be played from the command line. */
export type WorldActName = Extract<
  ActName,
  | 'topUp'
  | 'setBalance'
  | 'lock'
  | 'unlock'
  | 'reprice'
  | 'renewOutside'
  | 'takeOver'
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
  readonly act: WorldAct | 'reset' | null;
}

interface Options {
  readonly data?: string;
  readonly account?: string;
  readonly months?: string;
  readonly years?: string;
  readonly year?: boolean;
  readonly by?: string;
}

const RESOURCE: Meaning = ['<resource>', 'its id'];
const ORDER: Meaning = ['<order>', 'its number'];
const AMOUNT: Meaning = ['<amount>', "in the account's currency, such as 100.00"];

const VERBS: readonly Verb<Options, WorldCommand['act']>[] = [
  {
    name: 'show',
    words: [],
    takes: 'nothing more',
    about: 'balance, orders under way, charges',
    example: 'show',
    read: () => null,
  },
  {
    name: 'topup',
    words: [AMOUNT],
    takes: 'one amount',
    about: 'adds money to the balance',
    example: 'topup 100.00',
    read: ([amount = '']) =>
      isAmount(amount) && Number(amount) > 0
        ? { name: 'topUp', input: { amount }, subject: amount }
        : `"${amount}" is no amount above 0, such as 100.00.`,
  },
  {
    name: 'balance',
    words: [AMOUNT],
    takes: 'one amount',
    about: 'the balance is this from now on',
    example: 'balance 1000.00',
    read: ([amount = '']) =>
      isAmount(amount)
        ? { name: 'setBalance', input: { amount }, subject: amount }
        : `"${amount}" is no amount, such as 100.00.`,
  },
  {
    name: 'lock',
    words: [RESOURCE],
    takes: 'one resource',
    about: "a colleague's unpaid order holds the resource",
    example: 'lock 5a3e001c-0b1d-4f62-9c00-7d20e1a47919',
    read: ([resource = '']) => ({ name: 'lock', input: { resource }, subject: resource }),
  },
  {
    name: 'unlock',
    words: [RESOURCE],
    takes: 'one resource',
    about: 'cancels the order that holds the resource, whoever made it',
    example: 'unlock 5a3e001c-0b1d-4f62-9c00-7d20e1a47919',
    read: ([resource = '']) => ({ name: 'unlock', input: { resource }, subject: resource }),
  },
  {
    name: 'reprice',
    words: [RESOURCE, ['<price>', 'such as 12.50']],
    takes: 'a resource and a price',
    about: 'a new list price for a month, for orders still to come',
    example: 'reprice 5a3e001c-0b1d-4f62-9c00-7d20e1a47919 45.00',
    options: [['--year', 'the price is for a year (default: for a month)']],
    read: ([resource = '', price = ''], { year = false }) =>
      isAmount(price)
        ? {
            name: 'reprice',
            input: { resource, [year ? 'year' : 'month']: price },
            subject: resource,
          }
        : `"${price}" is no price, such as 12.50.`,
  },
  {
    name: 'renew',
    words: [RESOURCE],
    takes: 'one resource',
    about: 'a colleague renews it',
    example: 'renew 5a3e001c-0b1d-4f62-9c00-7d20e1a47919 --months 3',
    options: [
      ['--months <n>', 'for so many months (default: 1)'],
      ['--years <n>', 'for so many years (default: for months)'],
    ],
    read: ([resource = ''], options) => renewal(resource, options),
  },
  {
    name: 'takeover',
    words: [RESOURCE],
    takes: 'one resource',
    about: 'a colleague cancels what holds it, orders and pays it for a month',
    example: 'takeover 5a3e001c-0b1d-4f62-9c00-7d20e1a47919',
    options: [
      [
        '--by <user>',
        "whose name the order bears, such as the account's own user (default: a colleague)",
      ],
    ],
    read: ([resource = ''], { by }) => ({
      name: 'takeOver',
      input: { resource, ...(by === undefined ? {} : { by }) },
      subject: resource,
    }),
  },
  {
    name: 'pay',
    words: [ORDER],
    takes: 'one order',
    about: 'a colleague pays an unpaid order',
    example: 'pay CS26112200001',
    read: ([order = '']) => ({ name: 'payOrder', input: { order }, subject: order }),
  },
  {
    name: 'cancel',
    words: [ORDER],
    takes: 'one order',
    about: 'a colleague cancels an unpaid order',
    example: 'cancel CS26112200001',
    read: ([order = '']) => ({ name: 'cancelOrder', input: { order }, subject: order }),
  },
  {
    name: 'reset',
    words: [],
    takes: 'nothing more',
    about: 'forgets jobs, orders and charges of all accounts; only while npm run dev is down',
    example: 'reset --data cloud-of-today',
    read: (_, { account }) =>
      account === undefined ? 'reset' : 'reset is for all accounts: leave --account out.',
  },
];

const SCRIPT = 'npm run world';

/** The command `world`, which tells what was asked for. */
export function worldCommand(asked: (command: WorldCommand) => void): Command {
  const world = plainCommand('world', {
    help: `${SCRIPT} -- --help`,
    example: `${SCRIPT} --silent -- topup 100.00`,
    nothing: 'Say what is to happen.',
    part: 'act',
    foreign: (_, flag, owner) =>
      owner === 'renew' ? 'Only renew takes --months and --years.' : `Only ${owner} takes ${flag}.`,
  })
    .summary("plays a colleague in the local cloud's sandbox")
    .description('Plays a colleague in the sandbox of the local cloud that npm run dev keeps up.');
  for (const verb of VERBS) world.addCommand(actCommand(verb, asked));
  return world;
}

function actCommand(
  verb: Verb<Options, WorldCommand['act']>,
  asked: (command: WorldCommand) => void,
): Command {
  const command = verbCommand(verb, SCRIPT);
  return command
    .option('--account <name>', 'whose sandbox (default: of the only account there is)')
    .option(
      '--data <dir>',
      'the folder of the local cloud (default: .renewsheet in the repository)',
    )
    .action(() => {
      const given = command.opts<Options>();
      const act = verb.read(command.args, given);
      if (typeof act === 'string' && act !== 'reset') throw mistake(command, act);
      const { data = null, account = null } = given;
      asked({ data, account, act });
    });
}

function renewal(resource: string, { months, years }: Options): WorldAct | string {
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
