import { readFileSync, rmSync } from 'node:fs';
import * as z from 'zod/mini';
import { sync as writeFileAtomic } from 'write-file-atomic';
import { isAlive } from './folder-lock.ts';
import { dataFolder, type DataFolder } from './data-folder.ts';
import { jsonOrNull } from '../../terminal/json-or-null.ts';

const url = z.string().check(z.startsWith('http://127.0.0.1:'));

const runningSchema = z.object({
  version: z.literal(1),
  pid: z.number(),
  /** ISO 8601, UTC. */
  startedAt: z.string(),
  /** The data folder. */
  data: z.string(),
  region: z.string(),
  /** Of the administrator; nothing outside this machine knows them. */
  credentials: z.object({ accessKeyId: z.string(), secretAccessKey: z.string() }),
  endpoints: z.object({
    s3: url,
    sqs: url,
    sns: url,
    dynamodb: url,
    secretsManager: url,
    lambda: url,
  }),
  bucket: z.string(),
  table: z.string(),
  /** Physical names by the names of the code's folders, such as `intake`. */
  functions: z.record(z.string(), z.string()),
  /** The accounts; `control` is where their sandbox is asked and acted upon, null with own accounts. */
  accounts: z.array(
    z.object({
      name: z.string(),
      provider: z.enum(['huawei', 'alibaba']),
      control: z.nullable(url),
    }),
  ),
});

/** What other commands need of a local cloud that is up. Its endpoints change with every start. */
export type RunningCloudInfo = z.output<typeof runningSchema>;

/** A local cloud that is up, or one sentence that says how to get one. */
export type RunningCloudReading =
  | { readonly kind: 'running'; readonly cloud: RunningCloudInfo }
  | { readonly kind: 'none'; readonly problem: string };

/** Tells other commands of this process's cloud. */
export function announceCloud({ running }: DataFolder, cloud: RunningCloudInfo): void {
  writeFileAtomic(running, `${JSON.stringify(cloud, null, 2)}\n`, { mode: 0o600 });
}

/** Takes the announcement back; does nothing where there is none. */
export function withdrawCloud({ running }: DataFolder): void {
  rmSync(running, { force: true });
}

function none(problem: string): RunningCloudReading {
  return { kind: 'none', problem };
}

/**
 * Finds the local cloud of a data folder (absolute path). What a process that was killed has left
 * behind does not count.
 */
export function readRunningCloud(data: string): RunningCloudReading {
  let text: string;
  try {
    text = readFileSync(dataFolder(data).running, 'utf8');
  } catch {
    return none(`No local cloud runs in ${data}: start it with npm run dev.`);
  }
  const read = runningSchema.safeParse(jsonOrNull(text));
  if (!read.success) return none(`${data} holds the cloud of another version: start it anew.`);
  if (isAlive(read.data.pid)) return { kind: 'running', cloud: read.data };
  return none(`The local cloud in ${data} was ended: start it again with npm run dev.`);
}
