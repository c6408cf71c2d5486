import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import {
  type OperateEvent,
  operateEventSchema,
  SETTLEMENTS,
} from '../../../shared/messages/operate-event.ts';
import { firstSentence } from '../terminal/first-sentence.ts';
import { CHECK_USAGE } from './check-file.ts';
import { EXPORT_OPTIONS, EXPORT_USAGE, exportFields, exportOption } from './export-options.ts';

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

/** How the command is used. */
export const JOBS_USAGE = `npm run jobs --silent -- COMMAND [options]

  list                          the newest jobs
  status JOB                    how a job stands, and its history
  resume JOB                    lets a suspended job go on at its first unpaid row
  cancel JOB                    ends a job: nothing more is paid, what is paid stays paid
  redrive JOB                   sends the work of a running job again; does no harm
  settle JOB RESOURCE --as "paid" | "not paid" | "renew again"
                                what you found out about a row that needs review
  export ACCOUNT                lists and prices what falls due, as a quote to be approved
${CHECK_USAGE}
JOB is a job's id or its first characters (3 at least).

  --account NAME                list: of one account only
  --watch                       status: shown live until the job is over or suspended
  --by NAME                     who does it, for the history (default: your user name)
  --json                        the answer as one line of JSON, and nothing else on standard output

${EXPORT_USAGE}
Without one of these, a local cloud that npm run dev keeps up is asked, else AWS:

  --local, --data DIR           the local cloud, or the one of another folder
  --profile NAME, --region NAME, --function NAME
                                AWS (default function renewsheet-production-operate)
`;

/** The command line, a call for help, or the one sentence that says what is wrong with it. */
export type JobsReading =
  | { readonly kind: 'command'; readonly command: JobsCommand }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly problem: string };

const OPTIONS = {
  account: { type: 'string' },
  as: { type: 'string' },
  by: { type: 'string' },
  watch: { type: 'boolean' },
  ...EXPORT_OPTIONS,
  json: { type: 'boolean' },
  local: { type: 'boolean' },
  data: { type: 'string' },
  profile: { type: 'string' },
  region: { type: 'string' },
  function: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Options = { readonly [Name in keyof typeof OPTIONS]?: string | boolean | undefined };

interface Shape {
  readonly takes: string;
  /** How many words follow the command. */
  readonly count: number;
  /** The options that are not for every command. */
  readonly own: readonly string[];
}

const ACT: Shape = { takes: 'one job', count: 1, own: ['by'] };
const COMMANDS: ReadonlyMap<string, Shape> = new Map([
  ['list', { takes: 'nothing more', count: 0, own: ['account'] }],
  ['status', { takes: 'one job', count: 1, own: ['watch'] }],
  ['resume', ACT],
  ['cancel', ACT],
  ['redrive', ACT],
  ['settle', { takes: 'a job and a resource', count: 2, own: ['as', 'by'] }],
  ['export', { takes: 'one account', count: 1, own: [...Object.keys(EXPORT_OPTIONS), 'by'] }],
]);
const NOT_FOR_ALL = ['account', 'as', 'by', 'watch', ...Object.keys(EXPORT_OPTIONS)];

/** Reads the arguments after `--`; `user` is who does it unless told otherwise. */
export function readJobsCommand(args: readonly string[], user: string): JobsReading {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  } catch (error) {
    return wrong(firstSentence((error as Error).message));
  }
  const { values, positionals } = parsed;
  if (values.help === true) return { kind: 'help' };
  const misuse = misuseOf(positionals, values);
  if (misuse !== null) return wrong(misuse);
  const [command, job, resource] = positionals;
  const { account, as, by = user } = values;
  const asked = exportFields(values);
  if (typeof asked === 'string') return wrong(asked);
  const event =
    command === 'export'
      ? judged({ command, account: job, by, ...asked })
      : eventOf({ command, job, resource, account, as, by });
  if (typeof event === 'string') return wrong(event);
  const { watch = false, json = false } = values;
  return { kind: 'command', command: { event, cloud: cloudOf(values), watch, json } };
}

function misuseOf([command, ...rest]: readonly string[], options: Options): string | null {
  if (command === undefined) return 'Say what is to be done.';
  const known = COMMANDS.get(command);
  if (known === undefined) return `There is no command "${command}".`;
  const { takes, count, own } = known;
  if (rest.length !== count) return `${command} takes ${takes}.`;
  const foreign = NOT_FOR_ALL.find((name) => name in options && !own.includes(name));
  if (foreign !== undefined) return `${command} does not take --${foreign}.`;
  if (command === 'settle' && options.as === undefined)
    return `settle needs --as with one of ${AS}.`;
  const aws = ['profile', 'region', 'function'].find((name) => name in options);
  const local = ['local', 'data'].find((name) => name in options);
  return aws === undefined || local === undefined
    ? null
    : `--${aws} is for AWS and --${local} for the local cloud: leave one out.`;
}

const AS = SETTLEMENTS.map((word) => `"${word}"`).join(', ');

/** The event for the function, or what is wrong with it. */
function eventOf(given: Readonly<Record<string, unknown>>): OperateEvent | string {
  const own = [
    'command',
    'job',
    'resource',
    ...(COMMANDS.get(String(given['command']))?.own ?? []),
  ];
  const event = own.filter((name) => given[name] !== undefined).map((name) => [name, given[name]]);
  return judged(Object.fromEntries(event));
}

function judged(event: Readonly<Record<string, unknown>>): OperateEvent | string {
  const read = z.safeParse(operateEventSchema, event);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const field = String(issue?.path[0] ?? 'command');
  const option = exportOption(field);
  return `${option in OPTIONS ? `--${option}` : `The ${field}`} ${issue?.message ?? ''}.`;
}

function cloudOf(options: Options): WantedCloud {
  const text = (name: keyof Options): string | null => {
    const value = options[name];
    return typeof value === 'string' ? value : null;
  };
  const aws = { profile: text('profile'), region: text('region'), functionName: text('function') };
  if (Object.values(aws).some((value) => value !== null)) return { kind: 'aws', ...aws };
  const data = text('data');
  return options.local === true || data !== null ? { kind: 'local', data } : { kind: 'any' };
}

function wrong(problem: string): JobsReading {
  return { kind: 'wrong', problem: `${problem} See npm run jobs -- --help.` };
}
