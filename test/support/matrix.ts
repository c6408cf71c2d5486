import { seeded } from './seeded.ts';

/** Points are independent of each other: a few run side by side. */
const AT_ONCE = 4;

/** What is to be seen of one point: what is wrong with its run, and how that ended. */
export interface PointEnd {
  readonly wrong: readonly string[];
  readonly status: string;
}

/** What a matrix came to. */
export interface MatrixEnd {
  /** One line for each violation, naming the point. */
  readonly failures: readonly string[];
  /** How many runs ended in which way, as text. */
  readonly told: string;
}

/**
 * So many of the points, drawn by a seed, and those that are never left out; all of them where there
 * are no more. MATRIX_SEED=7 draws others, MATRIX_ALL=1 takes every point there is.
 */
export function sampled<T>(
  points: readonly T[],
  most: number,
  always: (point: T) => boolean = () => false,
): readonly T[] {
  if (points.length <= most || process.env['MATRIX_ALL'] !== undefined) return points;
  const dice = seeded(MATRIX_SEED);
  const left = points.filter((point) => !always(point));
  const count = Math.min(most, left.length);
  const drawn = Array.from({ length: count }, () => left.splice(dice.below(left.length), 1)[0]!);
  const kept = new Set<T>(drawn);
  return points.filter((point) => always(point) || kept.has(point));
}

/** How long a matrix may take, in milliseconds: all points take hours on a busy machine. */
export const MATRIX_MS = process.env['MATRIX_ALL'] === undefined ? 240_000 : 4 * 3_600_000;

/** The seed of every sample; printed with the counts. */
export const MATRIX_SEED = Number(process.env['MATRIX_SEED'] ?? 1);

/** Runs every point, or those up to the first violation, and collects what is wrong. */
export async function runMatrix<T>(
  points: readonly T[],
  run: (point: T) => Promise<PointEnd>,
  name: (point: T) => string,
  until: 'the end' | 'the first violation' = 'the end',
): Promise<MatrixEnd> {
  const failures: string[] = [];
  const endings = new Map<string, number>();
  const left = points.toReversed();
  const work = async (): Promise<void> => {
    for (let point = left.pop(); point !== undefined; point = left.pop()) {
      if (until === 'the first violation' && failures.length > 0) return;
      const { wrong, status } = await run(point);
      endings.set(status, (endings.get(status) ?? 0) + 1);
      failures.push(...wrong.map((one) => `${name(point)}: ${one}`));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const told = [...endings].map(([ending, count]) => `${count} x ${ending}`).join('; ');
  return { failures, told };
}
