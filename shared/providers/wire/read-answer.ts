import type * as z from 'zod/mini';
import type { Answer } from '../../renewal/answer.ts';
import type { Settled } from './verdict.ts';

/** A settled call as an answer; a body that is not of the expected shape leaves it unknown. */
export function readAnswer<S extends z.ZodMiniType>(
  settled: Settled,
  shape: S,
): Answer<z.output<S>> {
  switch (settled.kind) {
    case 'refused':
      return { kind: 'refused', refusal: settled.refusal };
    case 'unknown':
      return { kind: 'unknown', detail: settled.detail };
    case 'done': {
      const read = shape.safeParse(settled.body);
      if (read.success) return { kind: 'done', value: read.data };
      const places = read.error.issues.map(({ path }) => path.join('.') || 'the whole').slice(0, 3);
      return { kind: 'unknown', detail: `the answer could not be read at ${places.join(', ')}` };
    }
  }
}

/** Several answers as one: a refusal before an unknown before all their values. */
export function together<T>(answers: readonly Answer<readonly T[]>[]): Answer<readonly T[]> {
  const values: T[] = [];
  let unknown: Answer<never> | null = null;
  for (const answer of answers) {
    if (answer.kind === 'refused') return answer;
    if (answer.kind === 'unknown') unknown ??= answer;
    else values.push(...answer.value);
  }
  return unknown ?? { kind: 'done', value: values };
}

/** A settled call whose success says nothing more. */
export function asDone(settled: Settled): Answer<null> {
  switch (settled.kind) {
    case 'refused':
      return { kind: 'refused', refusal: settled.refusal };
    case 'unknown':
      return { kind: 'unknown', detail: settled.detail };
    case 'done':
      return { kind: 'done', value: null };
  }
}
