import { Duration } from 'aws-cdk-lib/core';
import type { Alarm, IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Timers } from '../../config.ts';
import { CHARGED_ABOVE_APPROVAL, RESULTS_NOT_WRITTEN } from '../../../shared/notices/alarms.ts';
import { ageOfWork } from './age-of-work.ts';
import { alarmedLines } from './alarmed-lines.ts';
import { lostExports } from './lost-exports.ts';
import { failedWork } from './failed-work.ts';
import { OpsAlarm, type OpsAlarmProps } from './ops-alarm.ts';
import { successfulTicks } from './tick-metric.ts';
import type { WorkQueue } from '../queues/work-queue.ts';
import type { WorkQueues } from '../queues/work-queues.ts';
import type { Workers } from '../functions/workers.ts';

/** What is watched, and who is told. */
export interface AlarmsProps {
  readonly topic: ITopic;
  readonly queues: WorkQueues;
  readonly workers: Workers;
  readonly timers: Timers;
}

const period = Duration.minutes(5);

function filled({ deadLetters }: WorkQueue): Pick<OpsAlarmProps, 'metric' | 'raisedAt'> {
  const metric = deadLetters.metricApproximateNumberOfMessagesVisible({
    period,
    statistic: 'Maximum',
  });
  return { metric, raisedAt: 1 };
}

/** Every alarm of the stack; each has a section of the same name in the runbook. */
export class Alarms extends Construct {
  readonly #topic: ITopic;
  /** In the order of the runbook. */
  readonly all: Alarm[] = [];
  readonly ageOfWork: IMetric;

  constructor(scope: Construct, id: string, { topic, queues, workers, timers }: AlarmsProps) {
    super(scope, id);
    this.#topic = topic;
    this.ageOfWork = ageOfWork(this, workers.tick);
    this.#deadLetters(queues);
    this.#raise('ExportsFailing', {
      section: 'Exports cannot begin',
      text: 'A scheduled export broke off before it was on its queue; ask for it by hand and find the fault.',
      metric: lostExports(workers.exportQuote.function),
      raisedAt: 1,
    });
    this.#raise('Failing', {
      section: 'renew-chunk fails',
      text: 'A run of the paying function broke off in the middle; check that it goes on by itself.',
      metric: workers.renewChunk.function.metricErrors({ period, statistic: 'Sum' }),
      raisedAt: 1,
    });
    this.#raise('Waiting', {
      section: 'Chunks wait too long',
      text: 'A chunk has been waiting for four hours; find out what holds its account up.',
      metric: queues.chunks.queue.metricApproximateAgeOfOldestMessage({
        period,
        statistic: 'Maximum',
      }),
      raisedAt: Duration.hours(4).toSeconds(),
    });
    this.#raise('StandsStill', {
      section: 'Work stands still',
      text: 'Nothing of a job has come on for a quarter of an hour; see what it waits for and what the provider said last.',
      metric: this.ageOfWork,
      raisedAt: 15,
    });
    this.#raise('ChargedAbove', {
      section: 'Charged above approval',
      text: 'The provider took more than was approved and the job is suspended; compare the order with its bill before resuming.',
      metric: this.#chargedAbove(workers),
      raisedAt: 1,
    });
    this.#raise('MessagesFail', {
      section: 'Messages fail',
      text: 'A message could not be worked off; it comes back by itself, so find the fault before it is put aside.',
      metric: failedWork(this, workers),
      raisedAt: 1,
    });
    this.#raise('NoResults', {
      section: 'Results cannot be written',
      text: 'The results workbook of a job could not be written; its account goes on, and its rows are tried as text.',
      metric: this.#resultsNotWritten(workers),
      raisedAt: 1,
    });
    this.#raise('Ticks', {
      section: 'Ticks stopped',
      text: 'No tick has succeeded for three turns, so nothing is confirmed or ended; read the log of tick.',
      metric: successfulTicks(workers.tick.function, Duration.minutes(3 * timers.tickMinutes)),
      raisedAt: 'nothing',
    });
  }

  #chargedAbove({ renewChunk, finishJob }: Workers): IMetric {
    return alarmedLines(this, 'ChargedAbove', {
      alarm: CHARGED_ABOVE_APPROVAL,
      metricName: 'ChargedAboveApproval',
      functions: { renewChunk, finishJob },
    });
  }

  #resultsNotWritten({ intake, finishJob }: Workers): IMetric {
    return alarmedLines(this, 'ResultsNotWritten', {
      alarm: RESULTS_NOT_WRITTEN,
      metricName: 'ResultsNotWritten',
      functions: { intake, finishJob },
    });
  }

  #deadLetters({ uploads, checks, chunks, finish, exports }: WorkQueues): void {
    this.#raise('UploadsAside', {
      section: 'Uploads put aside',
      text: 'A dropped file could not be read in, so nothing of it is renewed; find the fault and send it again.',
      ...filled(uploads),
    });
    this.#raise('ChecksAside', {
      section: 'Dry runs put aside',
      text: 'A dropped file could not be checked, so nobody is told what it would do; find the fault and send it again.',
      ...filled(checks),
    });
    this.#raise('ChunksAside', {
      section: 'Chunks put aside',
      text: 'A chunk gave up and its rows may be ordered but not paid; find the fault and send it again.',
      ...filled(chunks),
    });
    this.#raise('FinishAside', {
      section: 'Results put aside',
      text: 'The results of a job could not be written, so its people know nothing yet; find the fault and send it again.',
      ...filled(finish),
    });
    this.#raise('ExportsAside', {
      section: 'Exports put aside',
      text: 'An export broke off in the middle and its file is missing; find the fault and send it again.',
      ...filled(exports),
    });
  }

  #raise(id: string, props: Omit<OpsAlarmProps, 'topic'>): void {
    this.all.push(new OpsAlarm(this, id, { ...props, topic: this.#topic }).alarm);
  }
}
