import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PutBucketNotificationConfigurationCommand, S3Client } from '@aws-sdk/client-s3';
import { ADMIN_KEY } from '../../infra/cloud/permissions/gate.ts';
import { LOCAL_REGION } from '../../infra/cloud/template/resource-types.ts';
import { adminAuthorization } from '../../infra/cloud/servers/signature.ts';

/** Whether AWS's own command line is installed. */
export function hasAwsCommand(): boolean {
  return spawnSync('aws', ['--version']).status === 0;
}

const TARGETS: Readonly<Record<string, string>> = { secretsmanager: 'secretsmanager' };

/**
 * Asks over HTTP what a line of AWS's command line asks, where that is not installed: of services with
 * forms or with JSON, against an emulator that checks no signature. Throws with the answer that refuses.
 */
export async function askAsAwsWould(
  line: string,
  folder: string,
  endpoint: string,
): Promise<string> {
  const [, service = '', operation = '', ...words] = line.split(/\s+/u);
  const action = pascal(operation);
  const given: Record<string, string | boolean> = {};
  for (const [index, word] of words.entries()) {
    if (!word.startsWith('--')) continue;
    const next = words[index + 1];
    const name = pascal(word.replace(/^--(?:no-)?/u, ''));
    if (next !== undefined && !next.startsWith('--')) given[name] = valueOf(next, folder);
    else given[name] = !word.startsWith('--no-');
  }
  if (service === 's3api') return await tellBucket(given, endpoint);
  const target = TARGETS[service];
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: {
      authorization: adminAuthorization(service),
      'content-type':
        target === undefined ? 'application/x-www-form-urlencoded' : 'application/x-amz-json-1.1',
      ...(target === undefined ? {} : { 'x-amz-target': `${target}.${action}` }),
    },
    body:
      target === undefined
        ? new URLSearchParams({ Action: action, ...texts(given) }).toString()
        : JSON.stringify(given),
  });
  const said = await answer.text();
  if (!answer.ok) throw new Error(said);
  return said;
}

/** The one call to S3 that the manual has. */
async function tellBucket(
  { Bucket, NotificationConfiguration }: Readonly<Record<string, string | boolean>>,
  endpoint: string,
): Promise<string> {
  const credentials = { accessKeyId: ADMIN_KEY, secretAccessKey: 'local' };
  const s3 = new S3Client({ endpoint, region: LOCAL_REGION, credentials });
  await s3.send(
    new PutBucketNotificationConfigurationCommand({
      Bucket: String(Bucket),
      NotificationConfiguration: JSON.parse(String(NotificationConfiguration)) as object,
    }),
  );
  s3.destroy();
  return '';
}

function pascal(dashed: string): string {
  return dashed.replaceAll(/(?:^|-)([a-z])/gu, (_, letter: string) => letter.toUpperCase());
}

function valueOf(word: string, folder: string): string {
  const file = /^file:\/\/(.+)$/u.exec(word)?.[1];
  return file === undefined ? word : readFileSync(join(folder, file), 'utf8');
}

function texts(given: Readonly<Record<string, string | boolean>>): Record<string, string> {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]));
}
