import { Stack } from 'aws-cdk-lib/core';
import {
  Alarm,
  ComparisonOperator,
  TreatMissingData,
  type IMetric,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

/** An alarm as the one who gets it sees it. */
export interface OpsAlarmProps {
  /** The alarm's name and that of its section in the runbook. */
  readonly section: string;
  /** One sentence: what it means and what to do. */
  readonly text: string;
  readonly metric: IMetric;
  /** Raised from this value up, or, for an alarm on silence, when nothing at all was counted. */
  readonly raisedAt: number | 'nothing';
  readonly topic: ITopic;
}

/** An alarm that says what it means and names its section of the runbook. */
export class OpsAlarm extends Construct {
  readonly alarm: Alarm;

  constructor(scope: Construct, id: string, props: OpsAlarmProps) {
    super(scope, id);
    const onSilence = props.raisedAt === 'nothing';
    this.alarm = new Alarm(this, 'Alarm', {
      alarmName: `${Stack.of(this).stackName}: ${props.section}`,
      alarmDescription: `${props.text} Runbook (.github/RUNBOOK.md): ${props.section}`,
      metric: props.metric,
      evaluationPeriods: 1,
      threshold: props.raisedAt === 'nothing' ? 1 : props.raisedAt,
      comparisonOperator: onSilence
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: onSilence ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    this.alarm.addAlarmAction(new SnsAction(props.topic));
  }
}
