import { Duration, Stack } from 'aws-cdk-lib/core';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { Account } from '../../../shared/settings/account.ts';

/** Whose exports are made by which function. */
export interface ExportSchedulesProps {
  readonly target: IFunction;
  readonly accounts: readonly Account[];
}

/** An export that could not be begun is kept for so long: it is as good some hours later. */
const KEPT_FOR = Duration.hours(6);

/**
 * The schedule only hands the event over to Lambda, and its retries are for that. What becomes of it then
 * is Lambda's: a run that fails is made twice more, within minutes, then the event is dropped and an alarm
 * tells of it. A run does no more than put the question on the queue, so that a provider which is away
 * is waited for there.
 *
 * One schedule for each account that has one, in the account's time zone. The event names the moment
 * at which it was due, which is the same when EventBridge fires twice: that makes one export.
 */
export class ExportSchedules extends Construct {
  constructor(scope: Construct, id: string, { target, accounts }: ExportSchedulesProps) {
    super(scope, id);
    const scheduled = accounts.filter(({ export: { schedule } }) => schedule !== null);
    if (scheduled.length === 0) return;
    const { roleArn } = this.#role(target);
    target.configureAsyncInvoke({ retryAttempts: 2, maxEventAge: KEPT_FOR });
    for (const { name, export: settings } of scheduled) {
      new CfnSchedule(this, name, {
        description: `Exports what falls due in account ${name}.`,
        scheduleExpression: settings.schedule!,
        scheduleExpressionTimezone: settings.timeZone,
        flexibleTimeWindow: { mode: 'OFF' },
        target: {
          roleArn,
          arn: target.functionArn,
          input: JSON.stringify({ account: name, at: '<aws.scheduler.scheduled-time>' }),
          retryPolicy: {
            maximumRetryAttempts: 20,
            maximumEventAgeInSeconds: KEPT_FOR.toSeconds(),
          },
        },
      });
    }
  }

  #role(target: IFunction): Role {
    const conditions = { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } };
    return new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', { conditions }),
      inlinePolicies: {
        export: new PolicyDocument({
          statements: [
            new PolicyStatement({
              sid: 'BeginExport',
              actions: ['lambda:InvokeFunction'],
              resources: [target.functionArn],
            }),
          ],
        }),
      },
    });
  }
}
