import { join } from 'node:path';
import { BucketNotifications } from './events/bucket-notifications.ts';
import type { Cloud, CloudOptions } from './cloud.ts';
import { checkSchedules, readyEventSources, startFunctions } from './connect-functions.ts';
import { createResources } from './create-resources.ts';
import { RETRY_PAUSES } from './functions/invoke-later.ts';
import { startEmulator } from './servers/emulator.ts';
import { Gate } from './permissions/gate.ts';
import { checkResourceTypes, nameStack } from './template/local-stack.ts';
import { startLambdaServer } from './servers/lambda-server.ts';
import { Queues } from './events/queues.ts';
import { readFunctions } from './template/read-functions.ts';
import { RunningCloud } from './running-cloud.ts';
import { readSchedules } from './events/schedules.ts';
import { startSecretsServer } from './servers/secrets-server.ts';
import { readSynthesizedStack, type SynthesizedStack } from './template/synthesized-stack.ts';
import { startTableServer } from './servers/table-server.ts';

async function startServers(gate: Gate, { folder, onPublished }: CloudOptions) {
  let notifications: BucketNotifications | undefined;
  const kept = folder === undefined ? {} : { files: folder, tables: join(folder, 'tables') };
  const starting = [
    startEmulator(
      gate,
      {
        onWritten: (object) => {
          notifications?.written(object);
        },
        onRemoved: (object) => {
          notifications?.removed(object);
        },
        onTold: async (bucket, xml) => (await notifications?.configure(bucket, xml)) ?? null,
        onPublished: (publication) => {
          onPublished?.(publication);
        },
      },
      kept.files,
    ),
    startTableServer(gate, kept.tables),
    startSecretsServer(gate),
    startLambdaServer(gate),
  ] as const;
  const close = async (): Promise<void> => {
    const [emulator, tables, secrets, lambda] = await Promise.allSettled(starting);
    // Lambda first: what it has under way asks the others.
    if (lambda.status === 'fulfilled') await lambda.value.close();
    const closed = await Promise.allSettled([
      emulator.status === 'fulfilled' ? emulator.value.app.close() : null,
      tables.status === 'fulfilled' ? tables.value.close() : null,
      secrets.status === 'fulfilled' ? secrets.value.close() : null,
    ]);
    for (const one of closed) if (one.status === 'rejected') throw one.reason;
  };
  const [emulator, tables, secrets, lambda] = await Promise.all(starting).catch(
    async (error: unknown) => {
      await close();
      throw error;
    },
  );
  return {
    app: emulator.app,
    objects: emulator.objects,
    queues: new Queues(emulator.app),
    tables,
    secrets,
    lambda,
    notifyBy: (these: BucketNotifications) => {
      notifications = these;
    },
    endpoints: {
      s3: emulator.endpoint,
      sqs: emulator.endpoint,
      sns: emulator.endpoint,
      dynamodb: tables.endpoint,
      secretsManager: secrets.endpoint,
      lambda: lambda.endpoint,
    },
    close,
  };
}

type Servers = Awaited<ReturnType<typeof startServers>>;

async function bringUp(
  synthesized: SynthesizedStack,
  servers: Servers,
  gate: Gate,
  options: CloudOptions,
): Promise<RunningCloud> {
  const { objects, queues, endpoints } = servers;
  const stack = nameStack(synthesized, endpoints.sqs);
  await createResources(stack, servers, options.secrets ?? {});
  const notifications = new BucketNotifications(stack, objects, queues);
  servers.notifyBy(notifications);
  const described = readFunctions(stack, synthesized.assets, endpoints);
  const functions = startFunctions(stack, described, gate, options);
  servers.lambda.serve(functions);
  const eventSources = readyEventSources(stack, functions, gate, queues);
  const schedules = readSchedules(stack);
  checkSchedules(stack, schedules, functions);
  await notifications.sendTestEvents();
  const parts = { stack, endpoints, gate, functions, eventSources, schedules, notifications };
  const cloud = new RunningCloud({
    ...parts,
    retryPauses: options.retryPauses ?? RETRY_PAUSES,
    closeServers: servers.close,
  });
  cloud.start(options.schedules === 'on');
  return cloud;
}

/**
 * Brings a synthesized stack up on this machine, on free ports of 127.0.0.1. Throws naming what the
 * embedded cloud does not know, and where AWS would refuse to deploy: a bucket that may not notify
 * its queue, a visibility time shorter than the function's timeout, a schedule that may not run its
 * function.
 */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const synthesized = readSynthesizedStack(options.assembly);
  checkResourceTypes(synthesized);
  const gate = new Gate((call) => {
    options.onCall?.(call);
    if (!call.allowed) options.onViolation?.(call);
  });
  const servers = await startServers(gate, options);
  try {
    return await bringUp(synthesized, servers, gate, options);
  } catch (error) {
    await servers.close();
    throw error;
  }
}
