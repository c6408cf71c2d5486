import { alibabaQuote } from './alibaba/alibaba-quote.ts';
import { alibabaWorld } from './alibaba/alibaba-world.ts';
import { sampleQuote } from './huawei/sample-quote.ts';
import { sampleWorld } from './huawei/sample-world.ts';
import type { SampleProvider } from './sample-provider.ts';

/** A bundled sample: a quote, and a world that fits it. Both relative to epoch milliseconds. */
export interface Sample {
  readonly quote: (now: number) => Promise<Uint8Array>;
  /** As a world file holds it. */
  readonly world: (now: number) => Record<string, unknown>;
}

/** The samples by provider. */
export const SAMPLES: Readonly<Record<SampleProvider, Sample>> = {
  huawei: { quote: sampleQuote, world: sampleWorld },
  alibaba: { quote: alibabaQuote, world: alibabaWorld },
};
