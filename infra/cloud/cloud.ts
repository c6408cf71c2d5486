import type { AwsCall } from './permissions/gate.ts';
import type { Statement } from './permissions/permissions.ts';
import type { StartInstance } from './functions/function-instance.ts';
import type { Invocation } from './functions/local-function.ts';
import type { Publication } from './events/publication.ts';
import type { Endpoints } from './template/read-functions.ts';
import type { Assembly } from './template/synthesized-stack.ts';

/** How a stack is brought up. */
export interface CloudOptions {
  readonly assembly: Assembly;
  /** Values by secret name, also of secrets the stack does not hold. A text stands as it is. */
  readonly secrets?: Readonly<Record<string, unknown>>;
  /**
   * The folder in which buckets, queues and tables are kept; in memory without one. What is in it
   * is taken up again, messages that were being worked on at once. One process at a time.
   */
  readonly folder?: string;
  /** Whether schedules run by the clock. Either way `runSchedule` runs them. */
  readonly schedules?: 'on' | 'off';
  /** Milliseconds before a scheduled run that failed is tried again; Lambda's own unless told otherwise. */
  readonly retryPauses?: readonly number[];
  /** Where functions run: in worker threads of this process, unless told otherwise. */
  readonly startInstance?: StartInstance;
  /** A line that a function wrote. */
  readonly onLog?: (functionName: string, line: string) => void;
  /** How an invocation ended. */
  readonly onInvocation?: (functionName: string, invocation: Invocation) => void;
  /** A function's call, before it is carried out: the place to `kill` it from. */
  readonly onCall?: (call: AwsCall) => void;
  /** A message that was published to a topic. */
  readonly onPublished?: (publication: Publication) => void;
  /** A call that the function's role does not allow. */
  readonly onViolation?: (call: AwsCall) => void;
}

/** What an SDK client needs to act as the administrator. */
export interface ClientConfig {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** A function of the running stack. */
export interface CloudFunction {
  readonly name: string;
  readonly logicalId: string;
}

/**
 * A stack that runs on this machine, on 127.0.0.1 only. Where a logical id is asked for, a part of
 * it will do (see `findByPart`); ambiguity throws naming the candidates.
 */
export interface Cloud {
  /** `Ref` by logical id: names, for queues addresses, for topics and secrets ARNs. */
  readonly names: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
  readonly endpoints: Endpoints;
  readonly functions: readonly CloudFunction[];
  /** An output's value, or else the `Ref` of a resource. */
  lookup(outputOrLogicalId: string): string;
  /** For SDK clients, with rights to everything; their calls are not recorded. */
  clientConfig(service: keyof Endpoints): ClientConfig;
  invoke(functionId: string, event?: unknown): Promise<Invocation>;
  /**
   * Runs a schedule's targets now, whether it is enabled or not, and again where a run fails, as Lambda
   * does; with what came of the last run.
   */
  runSchedule(scheduleId: string): Promise<readonly Invocation[]>;
  /**
   * Ends all instances of a function as a crash and returns how many invocations that cut off. None
   * of their messages is deleted: they come back after the queue's visibility time.
   */
  kill(functionId: string): Promise<number>;
  /** Lets the visibility time of messages that failed or killed invocations left be over now. */
  endVisibility(queueId: string): Promise<number>;
  /**
   * Delivers the last event of an object key once more; also of an object that was written before
   * a restart, and then with the same identity.
   */
  deliverAgain(key: string): Promise<void>;
  /** The functions' calls so far, oldest first. */
  calls(): readonly AwsCall[];
  /** The calls that a role did not allow. */
  violations(): readonly AwsCall[];
  /** What the role of a function holds in the template, its names worked out. */
  statementsOf(functionId: string): readonly Statement[];
  /** Resolves when no function runs and no mapped queue holds a message that can be received. */
  idle(): Promise<void>;
  /** Ends instances, polls and servers; running invocations are cut off. */
  stop(): Promise<void>;
}
