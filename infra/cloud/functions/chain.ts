import { createHash, randomBytes } from 'node:crypto';

/**
 * Runs of one function in one chain of requests; the next one is dropped. AWS says "approximately 16"
 * (Lambda Developer Guide, "recursive loop detection").
 */
export const MOST_RUNS_IN_A_CHAIN = 16;

/** The header, and in SQS the system attribute, in which a chain of requests is told. */
export const TRACE_HEADER = 'x-amzn-trace-id';

const LINEAGE = 'Lineage=';

/** A function's place in a chain. */
export interface ChainLink {
  /** What its calls carry on, in the form of the header `X-Amzn-Trace-Id`. */
  readonly trace: string;
  /** How often the function has run in this chain, this run included. */
  readonly runs: number;
}

/**
 * Counts a run of the function in the chain whose header it was called with; without one a chain
 * begins. Which figures stand in the header is Lambda's own affair; here it is `name:runs`.
 */
export function enterChain(functionName: string, trace: string | undefined): ChainLink {
  const fields = (trace ?? newTrace()).split(';');
  const lineage = fields.find((field) => field.startsWith(LINEAGE))?.slice(LINEAGE.length) ?? '';
  const counts = new Map(
    lineage
      .split('|')
      .filter(Boolean)
      .map((count) => {
        const [name = '', runs = ''] = count.split(':');
        return [name, Number(runs)] as const;
      }),
  );
  const name = createHash('sha256').update(functionName).digest('hex').slice(0, 8);
  const runs = (counts.get(name) ?? 0) + 1;
  counts.set(name, runs);
  const told = [...counts].map((count) => count.join(':')).join('|');
  const others = fields.filter((field) => !field.startsWith(LINEAGE));
  return { trace: [...others, `${LINEAGE}${told}`].join(';'), runs };
}

/** Of several messages that are handled at once, the one that is furthest in its chain counts. */
export function furthestTrace(
  functionName: string,
  traces: readonly (string | undefined)[],
): string | undefined {
  const runsOf = (trace: string | undefined): number => enterChain(functionName, trace).runs;
  return traces.toSorted((a, b) => runsOf(b) - runsOf(a))[0];
}

function newTrace(): string {
  const seconds = Math.floor(Date.now() / 1000).toString(16);
  return `Root=1-${seconds}-${randomBytes(12).toString('hex')};Sampled=0`;
}
