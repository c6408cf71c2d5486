import { FUNCTION_NAMES } from '../../../constructs/code/function-names.ts';
import type { Cloud } from '../../../cloud/cloud.ts';
import { findByPart } from '../../../cloud/template/find-by-part.ts';
import type { OpenAccounts } from '../prepare-dev.ts';
import type { RunningCloudInfo } from './running-cloud-file.ts';

/** `renew-chunk` is `RenewChunk` in the template. */
function constructName(folder: string): string {
  return folder.replaceAll(/(?:^|-)([a-z])/gu, (_, letter: string) => letter.toUpperCase());
}

/** What other commands need to know of a cloud that is up in this process. */
export function runningInfo(
  cloud: Cloud,
  { accounts, sandboxes }: OpenAccounts,
  data: string,
): RunningCloudInfo {
  const { credentials, region } = cloud.clientConfig('lambda');
  const physical = new Map(cloud.functions.map(({ logicalId, name }) => [logicalId, name]));
  const functions = FUNCTION_NAMES.map((name) => [
    name,
    physical.get(findByPart([...physical.keys()], constructName(name))) ?? '',
  ]);
  return {
    version: 1,
    pid: process.pid,
    startedAt: new Date().toISOString(),
    data,
    region,
    credentials,
    endpoints: cloud.endpoints,
    bucket: cloud.lookup('BucketName'),
    table: cloud.lookup('TableName'),
    functions: Object.fromEntries(functions) as Record<string, string>,
    accounts: accounts.map(({ name, provider }) => {
      const url = sandboxes.get(name)?.url;
      return { name, provider, control: url === undefined ? null : `${url}/_sandbox` };
    }),
  };
}
