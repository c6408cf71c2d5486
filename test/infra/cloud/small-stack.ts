import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Duration, Stack } from 'aws-cdk-lib';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { onTestFinished } from 'vitest';
import { startCloud } from '../../../infra/cloud/start-cloud.ts';
import type { Cloud, CloudOptions } from '../../../infra/cloud/cloud.ts';

// The CDK's own check of a template takes longer than all the rest; these stacks are not deployed.
process.env['CDK_VALIDATION'] = 'false';

/** A stack in the making, with short ways to what tests need most. */
export class SmallStack extends Stack {
  readonly #directory: string;

  constructor(directory: string) {
    const outdir = join(directory, 'out');
    super(new App({ outdir, analyticsReporting: false }), 'Small');
    this.#directory = directory;
  }

  /** A function with the given text as its module, and a timeout in seconds. */
  function(id: string, source: string, timeout = 10): LambdaFunction {
    const code = join(this.#directory, id);
    mkdirSync(code);
    writeFileSync(join(code, 'index.mjs'), source);
    return new LambdaFunction(this, id, {
      runtime: Runtime.NODEJS_24_X,
      handler: 'index.handler',
      code: Code.fromAsset(code),
      timeout: Duration.seconds(timeout),
      memorySize: 256,
    });
  }
}

/** Where a module of this project lies, for handlers that live elsewhere. */
export function moduleUrl(name: string): string {
  return import.meta.resolve(name);
}

/** Synthesizes a stack into a folder of its own, which the caller removes. */
export function stackFolder(build: (stack: SmallStack) => unknown): {
  readonly directory: string;
  readonly remove: () => void;
} {
  const folder = mkdtempSync(join(tmpdir(), 'small-stack-'));
  const stack = new SmallStack(folder);
  build(stack);
  const { directory } = (stack.node.root as App).synth();
  const remove = (): void => {
    rmSync(folder, { recursive: true });
  };
  return { directory, remove };
}

/** Synthesizes a stack and returns the assembly's directory, which goes when the test is over. */
export function synthesize(build: (stack: SmallStack) => unknown): string {
  const { directory, remove } = stackFolder(build);
  onTestFinished(remove);
  return directory;
}

/** A running stack and what its functions have written, line by line. */
export interface SmallCloud {
  readonly cloud: Cloud;
  readonly lines: string[];
}

/** Brings a small stack up for the length of a test. */
export async function bringUp(
  build: (stack: SmallStack) => unknown,
  options: Partial<CloudOptions> = {},
): Promise<SmallCloud> {
  const lines: string[] = [];
  const cloud = await startCloud({
    assembly: { directory: synthesize(build) },
    onLog: (_, line) => lines.push(line),
    ...options,
  });
  onTestFinished(async () => {
    await cloud.stop();
  });
  return { cloud, lines };
}
