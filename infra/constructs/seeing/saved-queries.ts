import { Stack } from 'aws-cdk-lib/core';
import { type ILogGroup, QueryDefinition, QueryString } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

/** A search of the logs that the runbook names. */
export interface SavedQuery {
  /** As the console lists it, below the stack's name. */
  readonly name: string;
  readonly fields: readonly string[];
  /** Lines must fit each of them. */
  readonly filters: readonly string[];
}

/** What a line says. On its own a line is JSON; through the console Lambda puts it under "message". */
export const SAID = 'coalesce(message.message, message) as said';
/** The account that a line is about. */
export const ACCOUNT = 'coalesce(account, message.account) as ofAccount';
const LEVEL = 'coalesce(level, message.level) as severity';
const JOB = 'coalesce(job, message.job) as ofJob';

/** Every saved query. Each section of the runbook names one of them. */
export const SAVED_QUERIES: readonly SavedQuery[] = [
  {
    name: 'Errors',
    fields: ['@timestamp', '@log', LEVEL, JOB, ACCOUNT, SAID, '@message'],
    filters: ['severity in ["ERROR", "CRITICAL"] or @message like /Task timed out|Runtime\\./'],
  },
  {
    name: 'Alarmed lines',
    fields: [
      '@timestamp',
      '@log',
      'coalesce(alarm, message.alarm) as raised',
      JOB,
      ACCOUNT,
      '@message',
    ],
    filters: ['ispresent(raised)'],
  },
  {
    name: 'One job',
    fields: [
      '@timestamp',
      '@log',
      JOB,
      'coalesce(chunk, message.chunk) as ofChunk',
      SAID,
      '@message',
    ],
    filters: ['ofJob = "PUT THE ID OF THE JOB HERE"'],
  },
  {
    name: 'How jobs went',
    fields: ['@timestamp', JOB, ACCOUNT, SAID, '@message'],
    filters: ['said in ["job planned", "job suspended", "job ended", "results written"]'],
  },
  {
    name: 'Silence of providers',
    fields: ['@timestamp', JOB, ACCOUNT, SAID, '@message'],
    filters: [
      'said in ["provider silent", "export goes on later", "chunks went quiet, sending them again"]',
    ],
  },
];

/** The saved queries in the console of the logs (Logs Insights), over the logs of all functions. */
export class SavedQueries extends Construct {
  constructor(scope: Construct, id: string, logGroups: readonly ILogGroup[]) {
    super(scope, id);
    for (const { name, fields, filters } of SAVED_QUERIES) {
      new QueryDefinition(this, name.replaceAll(' ', ''), {
        queryDefinitionName: `${Stack.of(this).stackName}/${name}`,
        logGroups: [...logGroups],
        queryString: new QueryString({
          fields: [...fields],
          filterStatements: [...filters],
          sort: '@timestamp desc',
          limit: 500,
        }),
      });
    }
  }
}
