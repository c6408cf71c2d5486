import type { CloudOptions } from './cloud.ts';
import { EventSource } from './events/event-source.ts';
import type { Gate } from './permissions/gate.ts';
import type { LocalStack } from './template/local-stack.ts';
import { type Invocation, LocalFunction } from './functions/local-function.ts';
import type { Need } from './permissions/permissions.ts';
import type { Queues } from './events/queues.ts';
import { readEventSources, type DescribedEventSource } from './template/read-event-sources.ts';
import type { DescribedFunction } from './template/read-functions.ts';
import { readRoles } from './permissions/role-statements.ts';
import { isAllowed } from './permissions/permissions.ts';
import type { Schedule } from './events/schedules.ts';

/** Functions by logical id. */
export type Functions = ReadonlyMap<string, LocalFunction>;

/** Makes the functions and tells the gate what each may do. Throws naming a role it cannot find. */
export function startFunctions(
  stack: LocalStack,
  described: readonly DescribedFunction[],
  gate: Gate,
  options: Pick<CloudOptions, 'onLog' | 'onInvocation' | 'startInstance'>,
): Functions {
  const roles = readRoles(stack);
  return new Map(
    described.map(({ logicalId, roleArn, spec }) => {
      const statements = roles.get(roleArn);
      if (!statements) throw new Error(`${logicalId} has the role ${roleArn}, not in the stack.`);
      gate.addCaller(logicalId, { name: spec.functionName, statements });
      const onLine = (line: string): void => {
        options.onLog?.(spec.functionName, line);
      };
      const onEnd = (invocation: Invocation): void => {
        options.onInvocation?.(spec.functionName, invocation);
      };
      return [logicalId, new LocalFunction(spec, onLine, onEnd, options.startInstance)];
    }),
  );
}

/** What Lambda does with a function's own role to feed it from a queue. */
function mappingNeeds(queueArn: string): readonly Need[] {
  return ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'].map((name) => ({
    action: `sqs:${name}`,
    resource: queueArn,
  }));
}

function checkTimes({ functionName, visibilityTimeout, spec }: DescribedEventSource, of: number) {
  if (visibilityTimeout >= of) return;
  throw new Error(
    `AWS would refuse to map ${spec.queueArn} to ${functionName}: the queue's visibility time of ` +
      `${visibilityTimeout} s is less than the function's timeout of ${of} s.`,
  );
}

/**
 * Makes the event sources. One whose function's role does not allow it to be fed is a violation and
 * left out. Throws where a visibility time is shorter than the function's timeout, as AWS does.
 */
export function readyEventSources(
  stack: LocalStack,
  functions: Functions,
  gate: Gate,
  queues: Queues,
): readonly EventSource[] {
  return readEventSources(stack).flatMap((described) => {
    const { functionName, spec } = described;
    const entry = [...functions].find(([, one]) => one.spec.functionName === functionName);
    if (!entry) throw new Error(`A mapping names ${functionName}, which the stack does not hold.`);
    const [accessKey, target] = entry;
    checkTimes(described, target.spec.timeout);
    if (gate.refuse(accessKey, mappingNeeds(spec.queueArn))) return [];
    return [new EventSource(spec, target, queues)];
  });
}

/** Throws where a schedule has a target it cannot run, or that its role does not let it run. */
export function checkSchedules(
  stack: LocalStack,
  schedules: readonly Schedule[],
  functions: Functions,
): void {
  const roles = readRoles(stack);
  const known = new Set([...functions.values()].map(({ spec }) => spec.functionArn));
  for (const { logicalId, targets } of schedules) {
    for (const { functionArn, roleArn, source } of targets) {
      if (!known.has(functionArn)) throw new Error(`${logicalId} runs no function of the stack.`);
      const need = { action: 'lambda:InvokeFunction', resource: functionArn };
      if (source === 'aws.scheduler' && !isAllowed(roles.get(roleArn ?? '') ?? [], need)) {
        throw new Error(`The role of ${logicalId} does not let it run ${functionArn}.`);
      }
    }
  }
}
