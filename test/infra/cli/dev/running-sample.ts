import type { RunningCloudInfo } from '../../../../infra/cli/dev/folder/running-cloud-file.ts';

/** What a running local cloud tells of itself. */
export function runningSample(more: Partial<RunningCloudInfo> = {}): RunningCloudInfo {
  const url = 'http://127.0.0.1:1';
  return {
    version: 1,
    pid: process.pid,
    startedAt: '2026-11-22T10:00:00.000Z',
    data: '/data',
    region: 'us-east-1',
    credentials: { accessKeyId: 'admin', secretAccessKey: 'local' },
    endpoints: { s3: url, sqs: url, sns: url, dynamodb: url, secretsManager: url, lambda: url },
    bucket: 'quotes',
    table: 'jobs',
    functions: { intake: 'intake-1' },
    accounts: [{ name: 'main', provider: 'huawei', control: `${url}/_sandbox` }],
    ...more,
  };
}
