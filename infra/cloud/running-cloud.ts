import { setTimeout as pause } from 'node:timers/promises';
import type { BucketNotifications } from './events/bucket-notifications.ts';
import type { ClientConfig, Cloud, CloudFunction } from './cloud.ts';
import type { Functions } from './connect-functions.ts';
import type { EventSource } from './events/event-source.ts';
import { findByPart } from './template/find-by-part.ts';
import { ADMIN_KEY, type AwsCall, type Gate } from './permissions/gate.ts';
import { invokeLater } from './functions/invoke-later.ts';
import type { Invocation, LocalFunction } from './functions/local-function.ts';
import type { Statement } from './permissions/permissions.ts';
import type { LocalStack } from './template/local-stack.ts';
import type { Endpoints } from './template/read-functions.ts';
import { LOCAL_REGION } from './template/resource-types.ts';
import { scheduledEvent, startTimers, type Schedule } from './events/schedules.ts';

/** The parts of a stack that is up. */
export interface RunningParts {
  readonly stack: LocalStack;
  readonly endpoints: Endpoints;
  readonly gate: Gate;
  readonly functions: Functions;
  readonly eventSources: readonly EventSource[];
  readonly schedules: readonly Schedule[];
  readonly notifications: BucketNotifications;
  /** Milliseconds before each further try of a scheduled run. */
  readonly retryPauses: readonly number[];
  /** Stops the servers and lets go of long polls. */
  readonly closeServers: () => Promise<void>;
}

/** Milliseconds between two looks for whether all is done. */
const IDLE_PAUSE = 10;

/** What a caller holds of a stack that is up. */
export class RunningCloud implements Cloud {
  readonly names: Cloud['names'];
  readonly outputs: Cloud['outputs'];
  readonly endpoints: Endpoints;
  readonly functions: readonly CloudFunction[];
  readonly #parts: RunningParts;
  readonly #ending = new AbortController();
  #stopTimers: () => void = () => undefined;
  #stopping: Promise<void> | undefined;

  constructor(parts: RunningParts) {
    this.#parts = parts;
    this.names = parts.stack.names;
    this.outputs = parts.stack.outputs;
    this.endpoints = parts.endpoints;
    this.functions = [...parts.functions].map(([logicalId, { spec }]) => ({
      logicalId,
      name: spec.functionName,
    }));
  }

  /** Begins to take messages and, where wanted, to run schedules by the clock. */
  start(withTimers: boolean): void {
    for (const source of this.#parts.eventSources) source.start();
    if (!withTimers) return;
    this.#stopTimers = startTimers(this.#parts.schedules, (schedule) => {
      void this.#run(schedule);
    });
  }

  lookup(outputOrLogicalId: string): string {
    const output = this.outputs[outputOrLogicalId];
    return output ?? this.names[findByPart(Object.keys(this.names), outputOrLogicalId)]!;
  }

  clientConfig(service: keyof Endpoints): ClientConfig {
    const credentials = { accessKeyId: ADMIN_KEY, secretAccessKey: 'local' };
    return { endpoint: this.endpoints[service], region: LOCAL_REGION, credentials };
  }

  async invoke(functionId: string, event?: unknown): Promise<Invocation> {
    return await this.#function(functionId).invoke(event);
  }

  async runSchedule(scheduleId: string): Promise<readonly Invocation[]> {
    const { schedules } = this.#parts;
    const ids = schedules.map(({ logicalId }) => logicalId);
    const found = findByPart(ids, scheduleId);
    return await this.#run(schedules.find(({ logicalId }) => logicalId === found)!);
  }

  async kill(functionId: string): Promise<number> {
    return await this.#function(functionId).kill();
  }

  async endVisibility(queueId: string): Promise<number> {
    const url = this.lookup(queueId);
    const source = this.#parts.eventSources.find(({ spec }) => spec.queueUrl === url);
    if (!source) throw new Error(`No function is fed from ${queueId}.`);
    return await source.endVisibility();
  }

  async deliverAgain(key: string): Promise<void> {
    await this.#parts.notifications.deliverAgain(key);
  }

  calls(): readonly AwsCall[] {
    return this.#parts.gate.calls();
  }

  violations(): readonly AwsCall[] {
    return this.calls().filter(({ allowed }) => !allowed);
  }

  statementsOf(functionId: string): readonly Statement[] {
    const { functions, gate } = this.#parts;
    return gate.statementsOf(findByPart([...functions.keys()], functionId));
  }

  async idle(): Promise<void> {
    while (!(await this.#isIdle())) await pause(IDLE_PAUSE);
  }

  async stop(): Promise<void> {
    this.#stopping ??= this.#stop();
    await this.#stopping;
  }

  async #stop(): Promise<void> {
    const { eventSources, functions, notifications, closeServers } = this.#parts;
    this.#stopTimers();
    this.#ending.abort();
    for (const source of eventSources) source.stop();
    await Promise.all(
      [...functions.values()].map(async (one) => {
        await one.close();
      }),
    );
    await notifications.stop();
    await closeServers();
    await Promise.all(
      eventSources.map(async (source) => {
        await source.stopped();
      }),
    );
  }

  async #isIdle(): Promise<boolean> {
    const { eventSources, functions, notifications } = this.#parts;
    if (notifications.busy) return false;
    const sources = await Promise.all(eventSources.map(async (one) => await one.isIdle()));
    return sources.every(Boolean) && [...functions.values()].every(({ running }) => running === 0);
  }

  async #run(schedule: Schedule): Promise<readonly Invocation[]> {
    const functions = [...this.#parts.functions.values()];
    return await Promise.all(
      schedule.targets.map(async (target) => {
        const called = functions.find(({ spec }) => spec.functionArn === target.functionArn)!;
        const event = scheduledEvent(schedule, target);
        const { retryPauses: pauses } = this.#parts;
        return await invokeLater(called, event, { pauses, signal: this.#ending.signal });
      }),
    );
  }

  #function(id: string): LocalFunction {
    const { functions } = this.#parts;
    return functions.get(findByPart([...functions.keys()], id))!;
  }
}
