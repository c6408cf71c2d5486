/** Figures of one period, by "namespace name {dimensions as JSON}"; what is not there was not counted. */
export type Figures = ReadonlyMap<string, number>;

interface Stat {
  readonly Metric: {
    readonly Namespace: string;
    readonly MetricName: string;
    readonly Dimensions?: unknown;
  };
}

/** An alarm's properties as far as they decide. */
export interface AlarmProperties {
  readonly Namespace?: string;
  readonly MetricName?: string;
  readonly Dimensions?: unknown;
  readonly Metrics?: readonly {
    readonly Id: string;
    readonly Expression?: string;
    readonly MetricStat?: Stat;
  }[];
  readonly Threshold: number;
  readonly ComparisonOperator: string;
  readonly EvaluationPeriods: number;
  readonly TreatMissingData: string;
}

/** How a metric is called in {@link Figures}. */
export function metricName({ Namespace, MetricName, Dimensions }: Stat['Metric']): string {
  return `${Namespace} ${MetricName} ${JSON.stringify(Dimensions ?? [])}`;
}

/** Every metric that an alarm reads. */
export function metricsOf(alarm: AlarmProperties): readonly string[] {
  if (alarm.Metrics === undefined) return [metricName(alarm as Stat['Metric'])];
  return alarm.Metrics.flatMap(({ MetricStat }) =>
    MetricStat === undefined ? [] : metricName(MetricStat.Metric),
  );
}

/** The alarm's value: sums and differences of metrics, each filled up with zero. Null: nothing was counted. */
function valueOf(alarm: AlarmProperties, figures: Figures): number | null {
  const { Metrics } = alarm;
  if (Metrics === undefined) return figures.get(metricName(alarm as Stat['Metric'])) ?? null;
  const [sum, ...others] = Metrics.flatMap(({ Expression }) => Expression ?? []);
  if (sum === undefined || others.length > 0) throw new Error('An alarm has one expression.');
  const known = metricsOf(alarm).some((name) => figures.has(name));
  const terms = [...sum.matchAll(/([+-]|^) ?FILL\((\w+), 0\)/gu)];
  if (terms.map(([term]) => term).join(' ') !== sum) throw new Error(`What is "${sum}"?`);
  const value = terms.reduce((total, [, sign, id]) => {
    const stat = Metrics.find(({ Id }) => Id === id)?.MetricStat;
    if (stat === undefined) throw new Error(`${sum} has no metric ${id}.`);
    const figure = figures.get(metricName(stat.Metric)) ?? 0;
    return total + (sign === '-' ? -figure : figure);
  }, 0);
  return known ? value : null;
}

/** Whether CloudWatch raises the alarm after a period with these figures. */
export function isRaised(alarm: AlarmProperties, figures: Figures): boolean {
  if (alarm.EvaluationPeriods !== 1) throw new Error('An alarm looks at one period here.');
  const value = valueOf(alarm, figures);
  if (value === null) return alarm.TreatMissingData === 'breaching';
  switch (alarm.ComparisonOperator) {
    case 'GreaterThanOrEqualToThreshold':
      return value >= alarm.Threshold;
    case 'LessThanThreshold':
      return value < alarm.Threshold;
    default:
      throw new Error(`What is ${alarm.ComparisonOperator}?`);
  }
}
