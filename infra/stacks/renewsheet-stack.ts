import { Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Account } from '../../shared/settings/account.ts';
import { checkTimers, type StageSettings } from '../config.ts';
import { AlarmTopic } from '../constructs/alarms/alarm-topic.ts';
import { Alarms } from '../constructs/alarms/alarms.ts';
import { describeOutputs } from '../constructs/describe-outputs.ts';
import { JobTable } from '../constructs/storage/job-table.ts';
import { NoticeTopic } from '../constructs/queues/notice-topic.ts';
import { ProviderSecrets } from '../constructs/storage/provider-secrets.ts';
import { Overview } from '../constructs/seeing/overview.ts';
import { SavedQueries } from '../constructs/seeing/saved-queries.ts';
import { PeoplePolicies } from '../constructs/people/people-policies.ts';
import { QuoteBucket } from '../constructs/storage/quote-bucket.ts';
import { WorkQueues } from '../constructs/queues/work-queues.ts';
import { Workers } from '../constructs/functions/workers.ts';
import { checkSize } from './stack-size.ts';

/** The accounts to renew for, and the settings of the stage. */
export interface RenewsheetStackProps extends StackProps, StageSettings {
  /** Its name; a tag of everything in the stack. */
  readonly stage: string;
  readonly accounts: readonly Account[];
  /** The folder that `bundleFunctions` wrote to. Null for a template that is only looked at. */
  readonly bundles: string | null;
  /** Until a deployment has once succeeded nothing is protected, or the next one could not clear up. */
  readonly firstDeployment?: boolean;
}

/**
 * All of renewsheet (vocabulary, section 2): bucket, queues, table, keys, functions, notices, alarms. Throws a
 * `RangeError` when the timers are not in order or there are more accounts than fit.
 */
export class RenewsheetStack extends Stack {
  constructor(scope: Construct, id: string, props: RenewsheetStackProps) {
    const { accounts, bundles, firstDeployment = false } = props;
    super(scope, id, {
      ...props,
      terminationProtection: !firstDeployment,
      // By these the bill can be told apart, and whoever finds a part knows what it is of.
      tags: { application: 'renewsheet', stage: props.stage },
    });
    const timers = checkTimers(props.timers);
    const queues = new WorkQueues(this, 'Queues', timers);
    const { bucket, toBeTold } = new QuoteBucket(this, 'Quotes', {
      uploads: queues.uploads.queue,
      checks: queues.checks.queue,
      existing: props.existingBucket,
    });
    const { table } = new JobTable(this, 'Jobs', {
      protected: !firstDeployment,
      existing: props.existingTable,
    });
    const { secretPrefix: prefix, secretsMade: made } = props;
    const secrets = new ProviderSecrets(this, 'Keys', { accounts, prefix, made });
    const reading = props.readingSecretPrefix;
    const readingSecrets =
      reading === null
        ? secrets
        : new ProviderSecrets(this, 'ReadingKeys', { accounts, prefix: reading, made });
    const { topic: notices } = new NoticeTopic(this, 'NoticeTopic', props.noticeEmails);
    const shared = { bucket, table, queues, secrets, notices };
    const workers = new Workers(this, 'Workers', {
      ...shared,
      readingSecrets,
      accounts,
      timers,
      bundles,
    });
    const { topic: alarms } = new AlarmTopic(this, 'AlarmTopic', props.alarmEmails);
    const watched = new Alarms(this, 'Alarms', { topic: alarms, queues, workers, timers });
    const { ageOfWork } = watched;
    new Overview(this, 'Overview', { alarms: watched.all, ageOfWork, queues, workers });
    new SavedQueries(
      this,
      'SavedQueries',
      workers.all.map(({ logGroup }) => logGroup),
    );
    const operate = workers.operate.function;
    describeOutputs(this, { ...shared, readingSecrets, alarms, operate, toBeTold });
    if (props.peoplePolicies === 'made') {
      new PeoplePolicies(this, 'People', { bucket, table, queues, workers });
    }
    checkSize(this);
  }
}
