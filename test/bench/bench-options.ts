import { parseCommand } from '../../infra/cli/terminal/parse-command.ts';
import { mistake, plainCommand } from '../../infra/cli/terminal/plain-command.ts';

/** What the bench is asked for. */
export interface BenchOptions {
  /** Sizes of the quotes, one column each and for each number of ids per renew call. */
  readonly rows: readonly number[];
  /** Leaves out the part with a slow provider, and imports fewer times. */
  readonly quick: boolean;
  /** Carries out only the quote of 1,000 rows at a slow provider. */
  readonly pace: boolean;
  /** Exports, checks and carries out only the largest quote that is taken in. */
  readonly widest: boolean;
  /** Reads workbooks only, with our reader and others, and the worst file of each kind. */
  readonly readers: boolean;
  /** Writes results only, with our writer and exceljs's own. */
  readonly writers: boolean;
  /** Carries out only quotes at the second provider, of 1,000 rows unless said otherwise. */
  readonly alibaba: boolean;
  /** Counts requests, and writes the manual's page on cost and scale from them. */
  readonly cost: boolean;
}

/** Reads the arguments after `--`, or the help they ask for. Throws one sentence for what is wrong. */
export function readBenchOptions(args: readonly string[]): BenchOptions | string {
  const command = plainCommand('bench', {
    help: 'npm run bench -- --help',
    example: 'npm run bench -- --rows 1000',
  })
    .description(
      'Carries out quotes in a local copy of the cloud, every function in a process of its own, and ' +
        'prints one table of times, calls, memory and sizes beside what is aimed at. Nothing fails by ' +
        'a missed aim.',
    )
    .option('--rows <list>', 'sizes of the quotes (default: 1000,10000)')
    .option('--quick', '1,000 rows, without the parts with a slow provider')
    .option('--readers', 'only reading workbooks, beside other readers, and the worst files')
    .option('--writers', "only writing results, beside exceljs's own stream writer")
    .option('--widest', 'only the largest quote that is taken in: exported, checked, carried out')
    .option('--alibaba', 'only quotes at Alibaba Cloud, each row a call (default: 1000 rows)')
    .option(
      '--cost',
      'only counts requests, and writes the page of the manual on cost and scale anew',
    )
    .option('--pace', 'only the quote of 1,000 rows at a slow provider');
  const help = parseCommand(command, args);
  if (help !== null) return help;
  const {
    quick = false,
    pace = false,
    widest = false,
    readers = false,
    writers = false,
    alibaba = false,
    cost = false,
    rows: given,
  } = command.opts<{
    quick?: boolean;
    pace?: boolean;
    widest?: boolean;
    readers?: boolean;
    writers?: boolean;
    alibaba?: boolean;
    cost?: boolean;
    rows?: string;
  }>();
  const rows = (given ?? (quick || alibaba ? '1000' : '1000,10000')).split(',').map(Number);
  if (rows.some((count) => !Number.isSafeInteger(count) || count < 1)) {
    throw mistake(command, '--rows takes whole numbers above 0, separated by commas.');
  }
  return { rows, quick, pace, widest, readers, writers, alibaba, cost };
}
