import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Cloud } from '../../infra/cloud/cloud.ts';

const SAMPLES = new URL('../samples/releases/', import.meta.url).pathname;
const ENDING = '.stored.json';

const itemsSchema = z.array(z.looseObject({ pk: z.string(), sk: z.string() }));

/** An item as a release stored it; sets are lists. */
export type StoredItem = z.output<typeof itemsSchema>[number];

/** What each release stored of the jobs that it was stopped in the middle of. */
export function storedItems(): { readonly release: string; readonly items: StoredItem[] }[] {
  return readdirSync(SAMPLES)
    .filter((file) => file.endsWith(ENDING))
    .map((file) => ({
      release: file.slice(0, -ENDING.length),
      items: itemsSchema.parse(JSON.parse(readFileSync(SAMPLES + file, 'utf8'))),
    }));
}

/** Keeps what stands in the table as the sample of a release. */
export async function keepItems(cloud: Cloud, release: string): Promise<void> {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(cloud.clientConfig('dynamodb')));
  const items: unknown[] = [];
  for await (const page of paginateScan({ client }, { TableName: cloud.lookup('TableName') })) {
    items.push(...(page.Items ?? []));
  }
  client.destroy();
  writeFileSync(SAMPLES + release + ENDING, `${JSON.stringify(items, listed, 1)}\n`);
}

function listed(_: string, value: unknown): unknown {
  return value instanceof Set ? [...(value as Set<unknown>)] : value;
}
