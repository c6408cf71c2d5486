import { Construct } from 'constructs';
import { CheckQuoteFunction } from './check-quote-function.ts';
import { ExportQuoteFunction } from './export-quote-function.ts';
import { ExportSchedules } from '../schedules/export-schedules.ts';
import { FinishJobFunction } from './finish-job-function.ts';
import { IntakeFunction } from './intake-function.ts';
import { OperateFunction } from './operate-function.ts';
import { QueueTrigger } from '../queues/queue-trigger.ts';
import { RenewChunkFunction } from './renew-chunk-function.ts';
import { TickFunction } from './tick-function.ts';
import { TickSchedule } from '../schedules/tick-schedule.ts';
import type { WorkerParts } from './worker-parts.ts';

/** How many workbooks are read or written at once; more would only wait for each other's account. */
const WORKBOOKS_AT_ONCE = 5;

/** What Lambda takes as the most of an event source mapping. */
const MOST_AT_ONCE = 1000;

/** The functions and what sets each of them going; people invoke `operate` themselves. */
export class Workers extends Construct {
  readonly intake: IntakeFunction;
  readonly renewChunk: RenewChunkFunction;
  readonly finishJob: FinishJobFunction;
  readonly tick: TickFunction;
  readonly operate: OperateFunction;
  readonly checkQuote: CheckQuoteFunction;
  readonly exportQuote: ExportQuoteFunction;

  /** All of them. */
  get all(): readonly Pick<OperateFunction, 'name' | 'function' | 'logGroup'>[] {
    const { intake, renewChunk, finishJob, tick, operate, checkQuote, exportQuote } = this;
    return [intake, renewChunk, finishJob, tick, operate, checkQuote, exportQuote];
  }

  constructor(scope: Construct, id: string, parts: WorkerParts) {
    super(scope, id);
    const { uploads, checks, chunks, finish } = parts.queues;
    this.intake = new IntakeFunction(this, 'Intake', parts);
    new QueueTrigger(this, 'OnUpload', {
      queue: uploads.queue,
      target: this.intake.function,
      maxConcurrency: WORKBOOKS_AT_ONCE,
    });
    this.renewChunk = new RenewChunkFunction(this, 'RenewChunk', parts);
    new QueueTrigger(this, 'OnChunk', {
      queue: chunks.queue,
      target: this.renewChunk.function,
      // The message groups already see to one chunk an account; no more can ever run than accounts.
      maxConcurrency: Math.min(MOST_AT_ONCE, Math.max(2, parts.accounts.length)),
    });
    this.finishJob = new FinishJobFunction(this, 'FinishJob', parts);
    new QueueTrigger(this, 'OnFinish', {
      queue: finish.queue,
      target: this.finishJob.function,
      maxConcurrency: WORKBOOKS_AT_ONCE,
    });
    this.tick = new TickFunction(this, 'Tick', parts);
    new TickSchedule(this, 'OnTheClock', {
      target: this.tick.function,
      everyMinutes: parts.timers.tickMinutes,
    });
    this.operate = new OperateFunction(this, 'Operate', parts);
    this.checkQuote = new CheckQuoteFunction(this, 'CheckQuote', parts);
    new QueueTrigger(this, 'OnCheck', {
      queue: checks.queue,
      target: this.checkQuote.function,
      // As few as can be: a dry run takes the calls of an account from the job that is running.
      maxConcurrency: 2,
    });
    this.exportQuote = new ExportQuoteFunction(this, 'ExportQuote', parts);
    new QueueTrigger(this, 'OnExport', {
      queue: parts.queues.exports.queue,
      target: this.exportQuote.function,
      // The message groups already see to one piece an account.
      maxConcurrency: WORKBOOKS_AT_ONCE,
    });
    new ExportSchedules(this, 'ExportsOnTheClock', {
      target: this.exportQuote.function,
      accounts: parts.accounts,
    });
  }
}
