import type { Command } from 'commander';
import * as z from 'zod/mini';
import {
  type OperateEvent,
  operateEventSchema,
  SETTLEMENTS,
} from '../../../shared/messages/operate-event.ts';
import { mistake, plainCommand } from '../terminal/plain-command.ts';
import { type Meaning, type Verb, verbCommand } from '../terminal/verb-command.ts';
import { checkCommand, type CheckFileCommand } from './check-command.ts';
import { EXPORT_OPTIONS, exportFields, exportOption } from './export-options.ts';

/** Which cloud a command is for, as far as it was said; what is null was left out. */
export type WantedCloud =
  | {
      readonly kind: 'aws';
      readonly profile: string | null;
      readonly region: string | null;
      readonly functionName: string | null;
    }
  | { readonly kind: 'local'; readonly data: string | null }
  /** Nothing was said: a local cloud that runs in the usual folder, else AWS. */
  | { readonly kind: 'any' };

/** What `npm run jobs` was asked for. */
export interface JobsCommand {
  readonly event: OperateEvent;
  readonly cloud: WantedCloud;
  readonly watch: boolean;
  readonly json: boolean;
}

/** The values of all options, by name. */
type Options = Readonly<Record<string, string | boolean | undefined>>;

type JobsVerb = Verb<Options, object>;

const SCRIPT = 'npm run jobs';
const JOB: Meaning = ['<job>', 'its id or the first characters of it, 3 at least'];
const AS = SETTLEMENTS.map((word) => `"${word}"`).join(', ');

const BY: Meaning = ['--by <name>', 'who does it, for the history (default: your user name)'];

/** An act on a job, with the name of whoever does it. */
function act(name: string, about: string): JobsVerb {
  return {
    name,
    words: [JOB],
    takes: 'one job',
    about,
    example: `${name} n9t7b`,
    options: [BY],
    read: ([job], { by }) => ({ job, by }),
  };
}

const VERBS: readonly JobsVerb[] = [
  {
    name: 'list',
    words: [],
    takes: 'nothing more',
    about: 'the newest jobs',
    example: 'list --account main',
    options: [['--account <name>', 'of this account only (default: of all)']],
    read: (_, { account }) => ({ account }),
  },
  {
    name: 'status',
    words: [JOB],
    takes: 'one job',
    about: 'how a job stands, and its history',
    example: 'status n9t7b --watch',
    options: [['--watch', 'shown live until the job is over or suspended (default: once)']],
    read: ([job]) => ({ job }),
  },
  {
    name: 'rows',
    words: [JOB],
    takes: 'one job',
    about: 'its rows, those that need review with every step to take',
    example: 'rows n9t7b --outcome "needs review"',
    options: [
      ['--outcome <word>', 'only rows with this outcome, or those still open: open (default: all)'],
    ],
    read: ([job], { outcome }) => ({ job, outcome }),
  },
  {
    name: 'journal',
    words: [JOB],
    takes: 'one job',
    about: 'what was ordered, paid and cancelled for it, chunk by chunk',
    example: 'journal n9t7b',
    read: ([job]) => ({ job }),
  },
  {
    name: 'queues',
    words: [],
    takes: 'nothing more',
    about: 'messages that wait, and those that were put aside',
    example: 'queues',
    read: () => ({}),
  },
  act('resume', 'lets a suspended job go on at its first unpaid row'),
  act('cancel', 'ends a job: nothing more is paid, what is paid stays paid'),
  act('redrive', 'sends the work of a running job again; does no harm'),
  {
    name: 'settle',
    words: [JOB, ['[resource]', 'the id of its row (default: what --order or --all says)']],
    takes: 'a job and a resource',
    about: 'what you found out about rows that need review',
    example: 'settle n9t7b 5a3e001c-0b1d-4f62-9c00-7d20e1a47919 --as "not paid"',
    options: [
      ['--as <finding>', `one of ${AS} (must be said)`],
      ['--order <number>', 'all rows of this order (default: the one row)'],
      ['--all', 'all rows of the job that need review (default: the one row)'],
      BY,
    ],
    read: ([job, resource], { as, order, all, by }) => {
      const meant = [resource, order, all].filter((one) => one !== undefined);
      if (meant.length !== 1) return 'settle takes a job and one of a resource, --order and --all.';
      if (as === undefined) return `settle needs --as with one of ${AS}.`;
      return { job, resource, order, all, as, by };
    },
  },
  {
    name: 'export',
    words: [['<account>', 'its name']],
    takes: 'one account',
    about: 'lists and prices what falls due, as a quote to be approved',
    example: 'export main --due 30d --term 1y',
    options: [
      ...EXPORT_OPTIONS,
      [
        '--from <file>',
        'a dry run of the file, as check does and with its options (default: no file)',
      ],
      BY,
    ],
    read: ([account], options) => {
      const fields = exportFields(options);
      return typeof fields === 'string' ? fields : { account, by: options['by'], ...fields };
    },
  },
];

/** Who hears what `npm run jobs` was asked for. */
export interface JobsListener {
  readonly jobs: (command: JobsCommand) => void;
  readonly check: (command: CheckFileCommand) => void;
}

/** The command `jobs`, which tells what was asked for; `user` is who does it unless it is said. */
export function jobsCommand(user: string, listener: JobsListener): Command {
  const jobs = plainCommand('jobs', {
    help: `${SCRIPT} -- --help`,
    example: `${SCRIPT} --silent -- status n9t7b --watch`,
    nothing: 'Say what is to be done.',
    foreign: (name, flag) => `${name} does not take ${flag}.`,
  })
    .summary('looks at jobs and operates them')
    .description(
      'Looks at jobs and operates them. A local cloud that npm run dev keeps up is asked, else AWS, ' +
        'unless one of --local, --data, --profile, --region and --function says which.',
    );
  for (const verb of VERBS) jobs.addCommand(actCommand(verb, user, listener.jobs));
  return jobs.addCommand(checkCommand(SCRIPT, listener.check));
}

function actCommand(verb: JobsVerb, user: string, asked: JobsListener['jobs']): Command {
  const command = verbCommand(verb, SCRIPT);
  return command
    .option('--json', 'the answer as one line of JSON (default: a text for people)')
    .option('--local', 'of the local cloud (default: of it while it runs, else of AWS)')
    .option('--data <dir>', 'of the local cloud in this folder (default: .renewsheet)')
    .option('--profile <name>', "of AWS, by this profile (default: the shell's)")
    .option('--region <name>', "of AWS in this region (default: the profile's)")
    .option('--function <name>', 'of AWS (default: renewsheet-production-operate)')
    .action(() => {
      const given: Options = command.opts();
      const fields = verb.read(command.args, { by: user, ...given });
      const cloud = cloudOf(given);
      const event = typeof fields === 'string' ? fields : judged({ command: verb.name, ...fields });
      if (typeof cloud === 'string') throw mistake(command, cloud);
      if (typeof event === 'string') throw mistake(command, event);
      const { watch = false, json = false } = given;
      asked({ event, cloud, watch: watch === true, json: json === true });
    });
}

/** The event for the function, or what is wrong with it. */
function judged(fields: Readonly<Record<string, unknown>>): OperateEvent | string {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  const read = z.safeParse(operateEventSchema, Object.fromEntries(given));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const field = String(issue?.path[0] ?? 'command');
  const option = exportOption(field);
  const flag = VERBS.flatMap(({ options = [] }) => options)
    .map(([flags]) => flags.split(' ')[0])
    .find((one) => one === `--${option}`);
  return `${flag ?? `The ${field}`} ${issue?.message ?? ''}.`;
}

function cloudOf(options: Options): WantedCloud | string {
  const text = (name: string): string | null => {
    const value = options[name];
    return typeof value === 'string' ? value : null;
  };
  const said = (...names: string[]): string | undefined => names.find((name) => name in options);
  const [aws, local] = [said('profile', 'region', 'function'), said('local', 'data')];
  if (aws !== undefined && local !== undefined) {
    return `--${aws} is for AWS and --${local} for the local cloud: leave one out.`;
  }
  if (local !== undefined) return { kind: 'local', data: text('data') };
  if (aws === undefined) return { kind: 'any' };
  const [profile, region, functionName] = [text('profile'), text('region'), text('function')];
  return { kind: 'aws', profile, region, functionName };
}
