import type { Answer } from '../../../renewal/answer.ts';
import type { Connection } from '../connection.ts';
import { readAnswer } from '../../wire/read-answer.ts';
import { readPages } from '../../wire/read-pages.ts';
import { resourcePage, type ResourceRecord } from './resource-shape.ts';

/** Larger pages are not documented; the default would be 10 (Huawei contract, section 2). */
const PAGE = 50;

/** What a resource query is asked for (Huawei contract, section 2); 1 leaves attached resources out. */
export type RecordFilter = { readonly only_main_resource: 0 | 1 } & (
  { readonly resource_ids: readonly string[] } | { readonly order_id: string }
);

/** All records of a resource query, page by page, each resource once. */
export async function readRecords(
  { client }: Connection,
  filter: RecordFilter,
): Promise<Answer<readonly ResourceRecord[]>> {
  return await readPages(
    async ({ offset }) => {
      const body = { ...filter, offset, limit: PAGE };
      const page = readAnswer(await client.call({ api: 'query', body }), resourcePage);
      if (page.kind !== 'done') return page;
      const { total_count: total, data } = page.value;
      return { kind: 'done', value: { total, items: data } };
    },
    ({ resource_id: id }) => id ?? '',
  );
}
