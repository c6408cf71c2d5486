import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLE_KEYS } from '../../infra/cli/sample/sample-keys.ts';
import { startHuaweiSandbox } from '../../infra/sandboxes/huawei/server.ts';
import { dueResource } from '../support/due-soon.ts';
import { openWorkCopy } from '../support/work-copy.ts';
import { worldQuote } from '../support/world-quote.ts';
import { carryOutThere, outcomesOf } from './deployed-jobs.ts';
import { type DeploymentFront, startDeploymentFront } from './front/deployment-front.ts';
import { startMoto } from './moto.ts';
import { Steps } from './steps.ts';

// `npm run test:deploy`: what the manual says of deploying, line by line, with the real command line of
// the CDK. Against the front on the embedded cloud, or against AWS_ENDPOINT_URL where that is set:
// there, only what an emulator of somebody else knows.

const ROWS = 2;
const DESTROY = 'npx cdk destroy';
const UNPROTECT =
  'aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name renewsheet-production';
const given = process.env['AWS_ENDPOINT_URL'];

const copy = openWorkCopy();
const resources = Array.from({ length: ROWS }, (_, row) => dueResource(row));
const sandbox = await startHuaweiSandbox({ world: { ...SAMPLE_KEYS, balance: '100', resources } });
const front = given === undefined ? await startDeploymentFront() : null;
const steps = new Steps(copy.folder, given ?? front!.url);
try {
  prepare();
  await deploy();
  // An emulator of somebody else has no protection, and not all of the kinds of resources.
  if (front === null) await steps.run(DESTROY, 'the way out');
  else {
    await everything(front);
    await secondOpinion();
  }
} finally {
  await front?.close();
  await sandbox.close();
  copy.remove();
}
process.stdout.write(`${steps.passed} passed, ${steps.failed} failed\n`);
process.exitCode = steps.failed > 0 ? 1 : 0;

/** The account, at a sandbox; and clocks for it, which shows everything at once. */
function prepare(): void {
  const account = { name: 'main', provider: 'huawei', endpoint: sandbox.url };
  writeFileSync(join(copy.folder, 'infra/accounts.json'), JSON.stringify([account]));
  change('lagSeconds: 1800,', 'lagSeconds: 2,');
  writeFileSync(join(copy.folder, 'keys.json'), JSON.stringify(SAMPLE_KEYS));
}

/** Changes a setting in `infra/config.ts`, as a person would. */
function change(from: string, to: string): void {
  const file = join(copy.folder, 'infra/config.ts');
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`infra/config.ts has no ${from}`);
  writeFileSync(file, text.replace(from, to));
}

async function deploy(): Promise<void> {
  await steps.run('npx cdk bootstrap', 'once for each account and region');
  await steps.run('npm run deploy:first', 'the first deployment, then protected');
  await steps.run('npm run deploy', 'nothing has changed', {
    ends: 'well',
    says: /\(no changes\)/u,
  });
}

/**
 * Moto plays what the CDK's own stack is made of. Ours it does not: it makes no FIFO queue that has no
 * name (5.2.1), and no secret and no alarm.
 */
async function secondOpinion(): Promise<void> {
  const moto = await startMoto();
  if (moto === null) {
    process.stdout.write('left out: a second opinion, for moto_server is not installed\n');
    return;
  }
  const there = new Steps(copy.folder, moto.url);
  await there.run('npx cdk bootstrap', 'a second opinion: moto_server');
  moto.stop();
  steps.add(there);
}

/** What goes on with what was deployed, how it ends, and how it comes back. */
async function everything({ cloud, unknown }: DeploymentFront): Promise<void> {
  await steps.run(
    'aws secretsmanager put-secret-value --secret-id renewsheet/main --secret-string file://keys.json',
    'the keys',
  );
  const job = await carryOutThere(cloud()!, 'first.xlsx', await worldQuote(ROWS));
  steps.check(`a dropped file is carried out: ${outcomesOf(job)}`, outcomesOf(job) === '2 renewed');
  await steps.run('npm run jobs --silent -- list', 'what operations ask', {
    ends: 'well',
    says: new RegExp(job.id, 'u'),
  });
  const kept = cloud()!.lookup('TableName');
  const bucket = cloud()!.lookup('BucketName');
  await takeDown();
  await steps.run('npm run deploy:first', 'the secret that stayed has its name', {
    ends: 'badly',
    says: /already exists/u,
  });
  change('existingTable: null,', `existingTable: '${kept}',`);
  change('existingBucket: null,', `existingBucket: '${bucket}',`);
  change("secretsMade: 'by the stack',", "secretsMade: 'by hand',");
  await steps.run('npm run deploy:first', 'the way back, with the table that stayed');
  writeFileSync(join(copy.folder, 'notifications.json'), cloud()!.outputs['BucketNotifications']!);
  await steps.run(
    'aws s3api put-bucket-notification-configuration --bucket "$BUCKET" --notification-configuration file://notifications.json',
    'the way back, with the bucket that stayed',
    { ends: 'well' },
    { BUCKET: bucket },
  );
  const again = await carryOutThere(cloud()!, 'again.xlsx', await worldQuote(ROWS));
  steps.check(
    `the new stack remembers what the old one paid: ${outcomesOf(again)}`,
    outcomesOf(again) === '2 already renewed' && again.source.bucket === bucket,
  );
  const charged = sandbox.ledger().flatMap((entry) => entry.resources).length;
  steps.check(`each row was charged once: ${charged} of ${ROWS}`, charged === ROWS);
  steps.check('the front knew all that was asked', unknown.size === 0, [...unknown].join('\n'));
}

async function takeDown(): Promise<void> {
  await steps.run(DESTROY, 'while it is protected', { ends: 'badly' });
  await steps.run(UNPROTECT, 'the way out');
  await steps.run(DESTROY, 'the way out');
}
