import type * as z from 'zod/mini';
import type { Answer } from '../../renewal/answer.ts';
import { readAnswer } from '../wire/read-answer.ts';
import { type Page, readPages } from '../wire/read-pages.ts';
import type { Api } from './api.ts';
import type { Connection } from './connection.ts';

/** A list that comes in pages by number, from 1 (Alibaba contract, sections 1.2, 1.3, 2.2 and 2.5). */
export interface Listing<S extends z.ZodMiniType, T> {
  readonly api: Api;
  readonly query: Readonly<Record<string, string>>;
  /** How many are asked for at a time. */
  readonly size: number;
  readonly shape: S;
  readonly page: (answer: z.output<S>) => Page<T>;
  /** What tells one item from the others; null: it shows nothing of the kind, and counts all the same. */
  readonly key: (item: T) => string | null;
}

/** All items of a list, each once. */
export async function readAll<S extends z.ZodMiniType, T>(
  { client }: Connection,
  { api, query, size, shape, page, key }: Listing<S, T>,
): Promise<Answer<readonly T[]>> {
  let unnamed = 0;
  return await readPages(
    async ({ page: number }) => {
      const numbered = { ...query, PageNum: `${number}`, PageSize: `${size}` };
      const answer = readAnswer(await client.call({ api, query: numbered }), shape);
      return answer.kind === 'done' ? { kind: 'done', value: page(answer.value) } : answer;
    },
    (item) => key(item) ?? `unnamed ${(unnamed += 1)}`,
  );
}
