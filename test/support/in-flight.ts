import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { openAccountStore } from '../../shared/aws/account-store.ts';
import { openJobStore } from '../../shared/aws/job-store.ts';
import { openJournalStore } from '../../shared/aws/journal-store.ts';
import type { Quote } from '../../shared/jobs/quote.ts';
import { chunkMessageSchema } from '../../shared/messages/chunk-message.ts';
import { finishMessageSchema } from '../../shared/messages/finish-message.ts';
import type { Upload } from '../../shared/messages/upload-event.ts';
import { type DynamoTable, startDynamoTable } from './dynamo-table.ts';
import { type HuaweiDeployment, huaweiDeployment } from './huawei-deployment.ts';
import type { InProcess } from './in-process.ts';

/** The folder of the stored jobs in flight. */
export const SAMPLES = new URL('../samples/in-flight/', import.meta.url).pathname;

const rowEndSchema = z.object({
  resource: z.nullable(z.string()),
  outcome: z.string(),
  code: z.nullable(z.string()),
  /** Amount in US dollars. */
  paid: z.nullable(z.string()),
  /** UTC text. */
  newExpiry: z.nullable(z.string()),
});

const endSchema = z.object({
  jobs: z.array(z.object({ id: z.string(), status: z.string(), rows: z.array(rowEndSchema) })),
  /** Of the sandbox's ledger: resources charged by us, sorted, and what that came to. */
  charged: z.object({ resources: z.array(z.string()), total: z.string() }),
});

/** What a job in flight comes to: the jobs' states, the rows' outcomes and what was charged. */
export type FlightEnd = z.output<typeof endSchema>;

const inFlightSchema = z.object({
  /** What was under way. */
  about: z.string(),
  made: z.enum(['by a killed run', 'by hand']),
  /** The clock when it was killed, in epoch milliseconds. */
  now: z.number(),
  /** Settings of the account that differ from the defaults. */
  settings: z.record(z.string(), z.unknown()),
  /** Calls per second by which the engine measures its waves. */
  engineRate: z.optional(z.number()),
  /** The sandbox's history, as its file holds it line by line. */
  sandbox: z.object({
    head: z.record(z.string(), z.unknown()),
    happenings: z.array(z.unknown()),
  }),
  /** Items of the table as they are stored; the one set of numbers, `finishedChunks`, is a list. */
  items: z.array(z.record(z.string(), z.unknown())),
  /** The bucket's objects, all of them JSON, by key. */
  objects: z.record(z.string(), z.unknown()),
  /** Upload events that intake has not taken, with the quote that their file is read as. */
  uploads: z.array(z.object({ upload: z.unknown(), quote: z.unknown() })),
  /** Messages that still stand, in their order. */
  messages: z.array(
    z.object({
      queue: z.enum(['chunks', 'finish']),
      body: z.unknown(),
      visibleAt: z.number(),
      received: z.int(),
    }),
  ),
  /** What the engine that left it made of it. */
  expected: endSchema,
});

/** A job that an engine of an earlier release has left in the middle of its work. */
export type InFlight = z.output<typeof inFlightSchema>;

/** All of them, by name. */
export function jobsInFlight(): { readonly name: string; readonly flight: InFlight }[] {
  return readdirSync(SAMPLES)
    .filter((file) => file.endsWith('.json'))
    .map((file) => {
      const stored: unknown = JSON.parse(readFileSync(join(SAMPLES, file), 'utf8'));
      return { name: file.replace(/\.json$/u, ''), flight: inFlightSchema.parse(stored) };
    });
}

/** A deployment that finds the job in flight, at a sandbox that goes on from its history. */
export async function deploymentInFlight(flight: InFlight): Promise<HuaweiDeployment> {
  const { head, happenings } = flight.sandbox;
  const folder = mkdtempSync(join(tmpdir(), 'in-flight-'));
  const history = join(folder, 'history.jsonl');
  const lines = [head, ...happenings].map((line) => `${JSON.stringify(line)}\n`);
  writeFileSync(history, lines.join(''));
  const deployed = await huaweiDeployment({}, flight.settings, undefined, {
    sandbox: { history, now: flight.now },
    ...(flight.engineRate === undefined ? {} : { engineRate: flight.engineRate }),
  });
  await takeOver(flight, deployed.app);
  return {
    ...deployed,
    close: async () => {
      await deployed.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function takeOver(flight: InFlight, app: InProcess): Promise<void> {
  const dynamo = await startDynamoTable();
  try {
    await putItems(flight, dynamo);
    await readStores(flight, dynamo, app);
  } finally {
    await dynamo.close();
  }
  for (const [key, content] of Object.entries(flight.objects)) {
    app.objects.set(key, new TextEncoder().encode(JSON.stringify(content)));
  }
  for (const message of flight.messages) await enqueue(message, app);
}

async function putItems({ items }: InFlight, { table }: DynamoTable): Promise<void> {
  for (const { finishedChunks, ...item } of items) {
    const chunks = Array.isArray(finishedChunks)
      ? { finishedChunks: new Set(finishedChunks as number[]) }
      : {};
    await table.client.send(
      new PutCommand({ TableName: table.name, Item: { ...item, ...chunks } }),
    );
  }
}

/** Reads with the stores of production, and goes on in memory. */
async function readStores(
  { items }: InFlight,
  { table }: DynamoTable,
  app: InProcess,
): Promise<void> {
  const jobs = openJobStore(table);
  const journals = openJournalStore(table);
  const accounts = openAccountStore(table);
  const ids = items.flatMap(({ pk, sk }) =>
    sk === 'JOB' ? [String(pk).slice('JOB#'.length)] : [],
  );
  for (const id of ids) {
    const job = await jobs.read(id);
    if (job !== null) await app.jobs.create(job);
    for (const journal of await journals.list(id)) await app.journals.create(journal);
  }
  const { active, waiting, rung, held = null } = await accounts.read('main');
  for (const id of active === null ? [] : [active, ...waiting]) {
    await app.accounts.enlist('main', id);
  }
  await app.accounts.learnRung('main', rung);
  await app.accounts.hold('main', held);
  app.accounts.leave('main', await accounts.unproved('main', 'none'));
}

async function enqueue(
  { queue, body, visibleAt, received }: InFlight['messages'][number],
  { queues }: InProcess,
): Promise<void> {
  if (queue === 'chunks') await queues.dispatch.chunks([chunkMessageSchema.parse(body)]);
  else await queues.dispatch.finish(finishMessageSchema.parse(body), 0);
  Object.assign(queues.waiting.at(-1)!, { visibleAt, received });
}

/** The upload events of a job in flight, as they come again. */
export function uploadsOf({
  uploads,
}: InFlight): { readonly upload: Upload; readonly quote: Quote }[] {
  return uploads as { readonly upload: Upload; readonly quote: Quote }[];
}
