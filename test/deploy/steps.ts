import { join } from 'node:path';
import { asTheManualSays } from './manual.ts';
import { askAsAwsWould, hasAwsCommand } from './aws-command.ts';

/** What a command is expected to come to. */
export interface Expected {
  readonly ends: 'well' | 'badly';
  /** What it must say. */
  readonly says?: RegExp;
}

/** Carries out a line of the manual after the other, and says of each how it went. */
export class Steps {
  readonly #folder: string;
  readonly #endpoint: string;
  readonly #withAws = hasAwsCommand();
  failed = 0;
  passed = 0;

  constructor(folder: string, endpoint: string) {
    this.#folder = folder;
    this.#endpoint = endpoint;
  }

  /** Counts what went on elsewhere, too. */
  add({ failed, passed }: Pick<Steps, 'failed' | 'passed'>): void {
    this.failed += failed;
    this.passed += passed;
  }

  /** Runs a command of the manual; `about`: in which case. */
  async run(
    command: string,
    about: string,
    expected: Expected = { ends: 'well' },
    variables: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    const began = Date.now();
    const { code, said } = await this.#carryOut(command, variables);
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    const asExpected =
      (code === 0) === (expected.ends === 'well') && (expected.says?.test(said) ?? true);
    this.check(`${command}  (${about}, ${seconds} s)`, asExpected, said);
  }

  /** Notes whether something holds; `evidence` is shown where it does not. */
  check(what: string, holds: boolean, evidence: unknown = ''): void {
    if (holds) this.passed += 1;
    else this.failed += 1;
    process.stdout.write(`${holds ? 'ok  ' : 'FAIL'} ${what}\n`);
    if (!holds) process.stdout.write(`${String(evidence).slice(-4000)}\n`);
  }

  async #carryOut(
    command: string,
    variables: Readonly<Record<string, string>>,
  ): Promise<{ readonly code: number; readonly said: string }> {
    const env = {
      ...variables,
      // By its number the SDK puts buckets into the path; by its name moto_server finds a template in them.
      AWS_ENDPOINT_URL: this.#endpoint.replace('127.0.0.1', 'localhost'),
      AWS_ENDPOINT_URL_S3: this.#endpoint.replace('localhost', '127.0.0.1'),
      AWS_ACCESS_KEY_ID: 'admin',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_REGION: 'us-east-1',
      AWS_DEFAULT_REGION: 'us-east-1',
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      // There the command line remembers which account a key is of: not beyond this run.
      CDK_HOME: join(this.#folder, '.cdk'),
      // Nobody is there to say yes.
      CDK_REQUIRE_APPROVAL: 'never',
      CDK_FORCE: 'true',
      CI: 'true',
    };
    if (command.startsWith('aws ') && !this.#withAws) {
      const filled = command.replaceAll(/"\$(\w+)"/gu, (_, name: string) => variables[name]!);
      try {
        return { code: 0, said: await askAsAwsWould(filled, this.#folder, this.#endpoint) };
      } catch (error) {
        return { code: 1, said: String(error) };
      }
    }
    return await asTheManualSays(command, this.#folder, env);
  }
}
