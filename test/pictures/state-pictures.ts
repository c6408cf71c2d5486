import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JOB_STATES } from '../../shared/jobs/job.ts';
import { JOB_TRANSITIONS } from '../../shared/jobs/job-transitions.ts';
import { ATTEMPT_STATES } from '../../shared/renewal/states/attempt-state.ts';
import { CHUNK_STATES, WORK_STATES } from '../../shared/renewal/states/chunk-state.ts';
import { ORDER_STATES } from '../../shared/renewal/states/order-state.ts';
import { ROW_STATES } from '../../shared/renewal/states/row-state.ts';
import { MACHINES } from '../../shared/renewal/transitions/steps.ts';
import type { Transition } from '../../shared/renewal/transitions/transition.ts';
import { PROJECT } from '../support/imports-of.ts';

/** A machine as its page shows it. */
interface Picture {
  readonly title: string;
  /** Where its states stand, with what each of them means. */
  readonly source: string;
  readonly table: string;
  readonly tests: readonly string[];
  /** What refuses every other step. */
  readonly proof: string;
  readonly states: readonly string[];
  readonly transitions: readonly Transition<string>[];
}

const STATES = 'shared/renewal/states';
const TABLES = 'shared/renewal/transitions';
const DECIDE = 'test/shared/renewal/decide';
const APPLY = 'test/shared/renewal/apply.test.ts';

/** Every machine, in the order in which a reader meets them. */
const PICTURES: readonly Picture[] = [
  {
    title: 'An order',
    source: `${STATES}/order-state.ts`,
    table: `${TABLES}/order-transitions.ts`,
    tests: [
      `${DECIDE}/judge-order/looked-at.test.ts`,
      `${DECIDE}/judge-order/compared.test.ts`,
      `${DECIDE}/orders/paid.test.ts`,
      `${DECIDE}/orders/paid-unclearly.test.ts`,
      `${DECIDE}/purchases/order-in-doubt.test.ts`,
      `${DECIDE}/orders/cancelled.test.ts`,
      `${DECIDE}/confirm/completed.test.ts`,
      `${DECIDE}/confirm/overcharged.test.ts`,
      `${DECIDE}/confirm/told-apart.test.ts`,
    ],
    proof: APPLY,
    states: Object.keys(ORDER_STATES),
    transitions: MACHINES.order,
  },
  {
    title: 'A renew call (attempt)',
    source: `${STATES}/attempt-state.ts`,
    table: `${TABLES}/attempt-transitions.ts`,
    tests: [
      `${DECIDE}/answers/to-renewing.test.ts`,
      `${DECIDE}/unclear-calls/looked-for.test.ts`,
      `${DECIDE}/unclear-calls/orphans.test.ts`,
      `${DECIDE}/purchases/unclear-purchase.test.ts`,
    ],
    proof: APPLY,
    states: Object.keys(ATTEMPT_STATES),
    transitions: MACHINES.attempt,
  },
  {
    title: 'A row',
    source: `${STATES}/row-state.ts`,
    table: `${TABLES}/row-transitions.ts`,
    tests: [
      `${DECIDE}/rows/settled.test.ts`,
      `${DECIDE}/prices/judged.test.ts`,
      `${DECIDE}/watched.test.ts`,
    ],
    proof: APPLY,
    states: ROW_STATES,
    transitions: MACHINES.row,
  },
  {
    title: 'A chunk',
    source: `${STATES}/chunk-state.ts`,
    table: `${TABLES}/chunk-transitions.ts`,
    tests: ['test/functions/renew-chunk.test.ts'],
    proof: APPLY,
    states: CHUNK_STATES,
    transitions: MACHINES.chunk,
  },
  {
    title: 'The work on a chunk',
    source: `${STATES}/chunk-state.ts`,
    table: `${TABLES}/chunk-transitions.ts`,
    tests: ['test/functions/renew-chunk.test.ts', 'test/functions/tick.test.ts'],
    proof: APPLY,
    states: WORK_STATES,
    transitions: MACHINES.work,
  },
  {
    title: 'A job',
    source: 'shared/jobs/job.ts',
    table: 'shared/jobs/job-transitions.ts',
    tests: ['test/functions/finish-job.test.ts', 'test/shared/aws/job-store.contract.test.ts'],
    proof: 'test/shared/jobs/job-transitions.test.ts',
    states: JOB_STATES,
    transitions: JOB_TRANSITIONS,
  },
];

/** The page of all state machines, drawn from their tables and from what stands beside the states. */
export function statePage(): string {
  return [HEAD, ...PICTURES.map(section)].join('\n');
}

const HEAD = `# States

Drawn by \`npm run pictures\` from the tables in the code; a test fails when this page is old. What is
not in a table is refused before it is written ([apply](../../shared/renewal/apply.ts),
[checkMove](../../shared/jobs/job-transitions.ts)). The rules are
[money rules](../../shared/renewal/money-rules.md) and the
[vocabulary](../../shared/renewal/vocabulary.md); what is next is decided in
[decide](../../shared/renewal/decide/decide.ts). \`none\`: it does not exist before, or no longer after. What
an event carries stands in [events](../../shared/renewal/events.ts).

## What pays at once

An attempt has a kind: \`reserve\` makes an unpaid order, which is compared, then paid or cancelled;
\`purchase\` orders and pays in one call; \`task\` does so some time later. All three go through the
machines below. An order of the last two begins as \`payment unclear\`, for its number is no proof that it
is paid, and becomes \`paid\` once it reads so; it is never \`paying\`. What goes out is decided in
[buy](../../shared/renewal/decide/purchases/buy.ts) and proved by
[its cases](../../test/shared/renewal/decide/purchases/buy.test.ts); an answer that got lost is settled in
[unclear-purchase](../../shared/renewal/decide/purchases/unclear-purchase.ts), by
[these](../../test/shared/renewal/decide/purchases/unclear-purchase.test.ts); whole jobs of it run in
[flows](../../test/flows/purchases/crashes.test.ts). Why it is so: [decision 0021](../../infra/decisions/0021-what-pays-at-once.md).
`;

function section(picture: Picture): string {
  const { title, source, table, tests, proof, states, transitions } = picture;
  const meanings = meaningsIn(source);
  const rows = states.map((state) => `| ${state} | ${meanings.get(state) ?? ''} |`);
  const missing = states.filter((state) => !meanings.has(state));
  if (missing.length > 0) throw new Error(`${source} says nothing of ${missing.join(', ')}`);
  return [
    `## ${title}`,
    '',
    `States: [${source}](../../${source}). Table: [${table}](../../${table}). Tests: ${tests.map((test) => `[${test}](../../${test})`).join(', ')}, and each step alone by [${proof}](../../${proof}).`,
    '',
    '```mermaid',
    ...diagram(states, transitions),
    '```',
    '',
    '| state | what it means |',
    '| --- | --- |',
    ...rows,
    '',
    '| from | event | to | rule |',
    '| --- | --- | --- | --- |',
    ...transitions.map(({ from, event, to, rule }) => `| ${from} | ${event} | ${to} | ${rule} |`),
    '',
  ].join('\n');
}

function diagram(states: readonly string[], transitions: readonly Transition<string>[]): string[] {
  const id = (state: string): string => (state === 'none' ? '[*]' : `s${states.indexOf(state)}`);
  const grouped = Map.groupBy(transitions, ({ from, to }) => `${id(from)} --> ${id(to)}`);
  return [
    'stateDiagram-v2',
    ...states.map((state) => `  state "${state}" as ${id(state)}`),
    ...[...grouped].map(
      ([arrow, steps]) => `  ${arrow}: ${steps.map(({ event }) => event).join(', ')}`,
    ),
  ];
}

const DOC = String.raw`\/\*\*\s*((?:(?!\*\/)[\s\S])*?)\s*\*\/\s*`;
const DECLARED = [
  // An interface of its own, a member of a union, a word of a union, a word of a list.
  String.raw`export interface \w+[^{]*\{\s*readonly kind: '([^']+)'`,
  String.raw`\|\s*\{\s*readonly kind: '([^']+)'`,
  String.raw`\|\s*'([^']+)'`,
  String.raw`'([^']+)',`,
];

/** What the comments of a file say of each state. */
function meaningsIn(source: string): Map<string, string> {
  const text = readFileSync(join(PROJECT, source), 'utf8');
  const meanings = new Map<string, string>();
  for (const declared of DECLARED) {
    for (const [, said = '', state = ''] of text.matchAll(new RegExp(DOC + declared, 'gu'))) {
      if (!meanings.has(state))
        meanings.set(state, said.replace(/^\*\s*/u, '').replaceAll(/\s*\n\s*\*\s*/gu, ' '));
    }
  }
  return meanings;
}
