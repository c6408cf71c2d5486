import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { dataFolder } from '../../../../../infra/cli/dev/folder/data-folder.ts';
import { announceCloud } from '../../../../../infra/cli/dev/folder/running-cloud-file.ts';
import { chooseCloud } from '../../../../../infra/cli/jobs/cloud/choose-cloud.ts';
import { runningSample } from '../../dev/running-sample.ts';

const FUNCTIONS = { functions: { operate: 'local-operate' } };
const DEPLOYED = 'renewsheet-production-operate';
/** Above what any system gives out. */
const NO_PROCESS = 2 ** 30;

function folder(more?: Parameters<typeof runningSample>[0]): string {
  const path = mkdtempSync(join(tmpdir(), 'renewsheet-jobs-'));
  onTestFinished(() => {
    rmSync(path, { recursive: true });
  });
  if (more !== undefined) announceCloud(dataFolder(path), runningSample(more));
  return path;
}

describe('where nothing is said about the cloud', () => {
  test('a local cloud that runs in the usual folder is asked', () => {
    expect(chooseCloud({ kind: 'any' }, folder(FUNCTIONS))).toMatchObject({
      kind: 'local',
      functionName: 'local-operate',
      client: { endpoint: 'http://127.0.0.1:1', region: 'us-east-1' },
    });
  });

  test('AWS is asked where none runs, with what the shell says of region and profile', () => {
    expect(chooseCloud({ kind: 'any' }, folder())).toEqual({
      kind: 'aws',
      place: `${DEPLOYED} on AWS`,
      functionName: DEPLOYED,
      client: {},
    });
  });

  test('a local cloud that was killed is told, and AWS is not asked in its stead', () => {
    const killed = folder({ ...FUNCTIONS, pid: NO_PROCESS });

    expect(() => chooseCloud({ kind: 'any' }, killed)).toThrow(
      /was ended: start it again with npm run dev\. Or ask AWS with --region or --profile\.$/u,
    );
  });
});

describe('where the cloud is said', () => {
  test('AWS is asked even while a local cloud runs', () => {
    const wanted = { kind: 'aws', profile: 'p', region: 'eu-west-1', functionName: 'f' } as const;

    expect(chooseCloud(wanted, folder(FUNCTIONS))).toEqual({
      kind: 'aws',
      place: 'f on AWS',
      functionName: 'f',
      client: { profile: 'p', region: 'eu-west-1' },
    });
  });

  test('the local cloud of a folder is asked', () => {
    const data = folder(FUNCTIONS);

    expect(chooseCloud({ kind: 'local', data }, folder()).functionName).toBe('local-operate');
  });

  test.each([
    ['does not run', undefined, /^No local cloud runs in .*: start it with npm run dev\.$/u],
    ['was killed', { ...FUNCTIONS, pid: NO_PROCESS }, /was ended: start it again/u],
    ['is an older one', { functions: {} }, /runs another version: start it anew/u],
  ])('a local cloud that %s is never replaced by AWS', (_, running, problem) => {
    const data = folder(running);

    expect(() => chooseCloud({ kind: 'local', data })).toThrow(problem);
  });
});
