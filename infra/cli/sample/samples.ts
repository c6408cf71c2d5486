import { ALIBABA_NAME, alibabaQuote } from './alibaba/alibaba-quote.ts';
import { alibabaWorld } from './alibaba/alibaba-world.ts';
import { SAMPLE_NAME, sampleQuote } from './huawei/sample-quote.ts';
import { sampleWorld } from './huawei/sample-world.ts';
import type { SampleProvider } from './sample-provider.ts';

/** A bundled sample: a quote, and a world that fits it. Both relative to epoch milliseconds. */
export interface Sample {
  /** The quote's file name. */
  readonly name: string;
  readonly quote: (now: number) => Promise<Uint8Array>;
  /** As a world file holds it. */
  readonly world: (now: number) => Record<string, unknown>;
}

/** The samples by provider. */
export const SAMPLES: Readonly<Record<SampleProvider, Sample>> = {
  huawei: { name: SAMPLE_NAME, quote: sampleQuote, world: sampleWorld },
  alibaba: { name: ALIBABA_NAME, quote: alibabaQuote, world: alibabaWorld },
};
