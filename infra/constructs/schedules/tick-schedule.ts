import { Duration, Stack } from 'aws-cdk-lib/core';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';

/** Which function runs how often. */
export interface TickScheduleProps {
  readonly target: IFunction;
  readonly everyMinutes: number;
}

/**
 * Runs a function on the clock. A tick that could not be handed over, could not be started or has failed
 * is worth nothing once the next one is due: it is given up then, neither made again by Lambda nor kept
 * as a dead letter, and an alarm watches for ticks.
 */
export class TickSchedule extends Construct {
  constructor(scope: Construct, id: string, { target, everyMinutes }: TickScheduleProps) {
    super(scope, id);
    const every = Duration.minutes(everyMinutes);
    target.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: every });
    new CfnSchedule(this, 'Schedule', {
      description: 'Does whatever no message does: starts, confirms, ends.',
      scheduleExpression: ScheduleExpression.rate(every).expressionString,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: target.functionArn,
        roleArn: this.#role(target).roleArn,
        retryPolicy: { maximumRetryAttempts: 2, maximumEventAgeInSeconds: every.toSeconds() },
      },
    });
  }

  #role(target: IFunction): Role {
    const conditions = { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } };
    return new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', { conditions }),
      inlinePolicies: {
        tick: new PolicyDocument({
          statements: [
            new PolicyStatement({
              sid: 'RunTick',
              actions: ['lambda:InvokeFunction'],
              resources: [target.functionArn],
            }),
          ],
        }),
      },
    });
  }
}
