import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { CfnResource } from 'aws-cdk-lib';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { expect, test } from 'vitest';
import { startCloud } from '../../../infra/cloud/start-cloud.ts';
import { bringUp, synthesize } from './small-stack.ts';

test('an unknown resource type is named before anything is started', async () => {
  const directory = synthesize((stack) => new CfnResource(stack, 'Net', { type: 'AWS::EC2::VPC' }));
  await expect(startCloud({ assembly: { directory } })).rejects.toThrow('AWS::EC2::VPC (Net)');
});

test('a bucket that may not notify its queue is refused, as AWS does', async () => {
  const start = bringUp((stack) => {
    const queue = new Queue(stack, 'Uploads').queueArn;
    return new CfnBucket(stack, 'Files', {
      notificationConfiguration: { queueConfigurations: [{ event: 's3:ObjectCreated:*', queue }] },
    });
  });
  await expect(start).rejects.toThrow(/No queue policy lets S3 send/u);
});

function servers(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'TCPServerWrap').length;
}

test('a start that fails leaves no server behind, so that a command ends', async () => {
  const before = servers();
  const directory = synthesize((stack) => new CfnBucket(stack, 'Files'));
  const folder = '/dev/null/nowhere';

  await expect(startCloud({ assembly: { directory }, folder })).rejects.toThrow();
  await expect.poll(servers).toBe(before);
});

test('a function answers, keeps its thread warm, and starts anew after a kill', async () => {
  const { cloud } = await bringUp((stack) => {
    const source = `let calls = 0;
      export const handler = async (event, context) => {
        if (event.fail) throw new TypeError('no');
        const { AWS_LAMBDA_FUNCTION_NAME, KEPT } = process.env;
        const left = context.getRemainingTimeInMillis();
        return { calls: ++calls, name: AWS_LAMBDA_FUNCTION_NAME, KEPT, left, event };
      };`;
    stack.function('Answer', source, 5).addEnvironment('KEPT', stack.stackName);
  });
  const name = cloud.functions[0]?.name;
  const first = await cloud.invoke('Answer', { a: 1 });
  const left = expect.any(Number) as number;
  const value = { calls: 1, name, KEPT: 'Small', left, event: { a: 1 } };
  expect(first).toStrictEqual({ kind: 'returned', value });
  const timeLeft = (first as { value: { left: number } }).value.left;
  expect(timeLeft).toBeLessThanOrEqual(5000);
  // A function that names no timeout has three seconds.
  expect(timeLeft).toBeGreaterThan(3000);
  expect(await cloud.invoke('Answer')).toMatchObject({ value: { calls: 2 } });
  expect(await cloud.invoke('Answer', { fail: true })).toStrictEqual({
    kind: 'failed',
    error: 'TypeError',
    message: 'no',
  });
  expect(await cloud.invoke('Answer')).toMatchObject({ value: { calls: 3 } });
  expect(await cloud.kill('Answer')).toBe(0);
  expect(await cloud.invoke('Answer')).toMatchObject({ value: { calls: 1 } });
});

test('a function that uses more memory than it has fails alone', async () => {
  const { cloud } = await bringUp((stack) => {
    const greedy = 'const kept = []; while (true) kept.push(new Array(100_000).fill({}));';
    stack.function('Greedy', `export const handler = async () => { ${greedy} };`, 60);
  });
  expect(await cloud.invoke('Greedy')).toMatchObject({
    kind: 'failed',
    message: expect.stringMatching(/memory/u),
  });
});

test('after stop nothing keeps the process alive', async () => {
  const directory = synthesize((stack) => {
    stack.function(
      'Hang',
      'export const handler = () => new Promise(() => setInterval(() => {}));',
    );
  });
  const module = import.meta.resolve('../../../infra/cloud/start-cloud.ts');
  const script = `
    import { startCloud } from ${JSON.stringify(module)};
    const cloud = await startCloud({ assembly: { directory: ${JSON.stringify(directory)} } });
    const running = cloud.invoke('Hang');
    await cloud.stop();
    console.log(JSON.stringify(await running));`;
  const run = promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    timeout: 20_000,
  });
  expect(JSON.parse((await run).stdout)).toStrictEqual({ kind: 'killed' });
});
