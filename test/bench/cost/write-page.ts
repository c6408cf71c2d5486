import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { stages } from '../../../infra/config.ts';
import { PROJECT } from '../../support/imports-of.ts';
import { Synthesized } from '../../infra/synthesized.ts';
import type { Counted } from './counted.ts';
import { PAGE, pageText } from './page.ts';
import type { Standing } from './price-of.ts';

/** What of the production stack costs by the month, with one account. */
export function standing(stack: Synthesized): Standing {
  return {
    queues: stack.all('AWS::Lambda::EventSourceMapping').length,
    secrets: 1,
    alarms: stack.all('AWS::CloudWatch::Alarm').length,
    metrics: new Set(
      stack
        .all('AWS::Logs::MetricFilter')
        .map(([, { Properties }]) => JSON.stringify(metricOf(Properties))),
    ).size,
    tickMinutes: stages.production.timers.tickMinutes,
  };
}

function metricOf(properties: Readonly<Record<string, unknown>>): unknown {
  const [transformation] = properties['MetricTransformations'] as { MetricName: unknown }[];
  return transformation?.MetricName;
}

/** The page as it is to stand in the manual. */
export async function pageOf(counted: Counted, stack: Synthesized): Promise<string> {
  return await format(pageText(counted, standing(stack)), {
    parser: 'markdown',
    printWidth: 100,
    proseWrap: 'preserve',
  });
}

/** Writes it there. */
export async function writePage(counted: Counted): Promise<void> {
  writeFileSync(join(PROJECT, PAGE), await pageOf(counted, new Synthesized()));
}
