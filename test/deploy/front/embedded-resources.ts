import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import * as z from 'zod/mini';
import type { Cloud } from '../../../infra/cloud/cloud.ts';
import { startCloud } from '../../../infra/cloud/start-cloud.ts';
import { CannotMake, type Resources, type Stack, type StackResource } from './stack.ts';

const templateSchema = z.object({
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      DeletionPolicy: z._default(z.enum(['Delete', 'Retain', 'RetainExceptOnCreate']), 'Delete'),
      Properties: z._default(z.record(z.string(), z.unknown()), {}),
    }),
  ),
});
type Template = z.output<typeof templateSchema>;
const codeSchema = z.object({ Code: z.object({ S3Key: z.string() }) });

const PLACEHOLDER = JSON.stringify({ accessKey: 'put the access key here', secretKey: 'made' });

/** Where published code is read from. */
export type ReadAsset = (key: string) => Promise<Uint8Array>;

/**
 * The resources of one stack in the embedded cloud, on a folder that outlives it: what is retained is
 * there for the next stack, whose own names end otherwise, as they do on AWS.
 */
export class EmbeddedResources implements Resources {
  readonly #folder = mkdtempSync(join(tmpdir(), 'deployed-'));
  readonly #readAsset: ReadAsset;
  readonly #secrets = new Map<string, string>();
  #cloud: Cloud | null = null;
  #assembly: string | null = null;
  #stacks = 0;

  constructor(readAsset: ReadAsset) {
    this.#readAsset = readAsset;
  }

  /** What runs; null: nothing is deployed. */
  get cloud(): Cloud | null {
    return this.#cloud;
  }

  /** Secrets by their names, as they stand now. */
  get secrets(): Map<string, string> {
    return this.#secrets;
  }

  async carryOut(stack: Stack, body: string): Promise<Pick<Stack, 'outputs' | 'resources'>> {
    const template = templateSchema.parse(JSON.parse(body));
    const known = new Set(stack.resources.map(({ logicalId }) => logicalId));
    const isNew = known.size === 0;
    if (isNew) this.#stacks += 1;
    this.#takeSecrets(template, known);
    const directory = await this.#assemble(stack.name, template, body);
    const before = this.#assembly;
    await this.#cloud?.stop();
    this.#cloud = null;
    try {
      this.#cloud = await this.#start(directory);
    } catch (error) {
      if (!isNew && before !== null) this.#cloud = await this.#start(before);
      throw error;
    }
    this.#forget();
    this.#assembly = directory;
    const { outputs, names } = this.#cloud;
    return { outputs, resources: resourcesOf(template, names) };
  }

  /** On one folder only one cloud runs at a time. */
  async #start(directory: string): Promise<Cloud> {
    return await startCloud({
      assembly: { directory, nameEnding: `-${this.#stacks}` },
      folder: this.#folder,
      secrets: Object.fromEntries(this.#secrets),
      schedules: 'on',
    });
  }

  /** A name that is taken is no name for a secret: the one that has it may hold somebody's keys. */
  #takeSecrets(template: Template, known: ReadonlySet<string>): void {
    const made: StackResource[] = [];
    for (const one of resourcesOf(template, {})) {
      if (one.type !== 'AWS::SecretsManager::Secret' || known.has(one.logicalId)) {
        made.push(one);
        continue;
      }
      if (this.#secrets.has(one.name)) {
        const why = `The operation failed because the secret ${one.name} already exists.`;
        throw new CannotMake(one, known.size === 0 ? made : [], why);
      }
      this.#secrets.set(one.name, PLACEHOLDER);
      made.push(one);
    }
  }

  async remove(_: Stack, gone: readonly StackResource[]): Promise<void> {
    await this.#cloud?.stop();
    this.#cloud = null;
    for (const { name } of gone) this.#secrets.delete(name);
  }

  /** Ends everything and removes the folder. */
  async close(): Promise<void> {
    await this.#cloud?.stop();
    this.#forget();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #forget(): void {
    if (this.#assembly !== null) rmSync(this.#assembly, { recursive: true, force: true });
  }

  /** A cloud assembly of the template and of the code that was published for it. */
  async #assemble(name: string, template: Template, body: string): Promise<string> {
    const directory = mkdtempSync(join(tmpdir(), 'assembly-'));
    const files: Record<string, object> = {};
    for (const { Type, Properties } of Object.values(template.Resources)) {
      if (Type !== 'AWS::Lambda::Function') continue;
      const { S3Key } = codeSchema.parse(Properties).Code;
      const path = S3Key.replace(/\.zip$/u, '');
      if (path in files) continue;
      await unzip(await this.#readAsset(S3Key), join(directory, path));
      files[path] = { source: { path }, destinations: { here: { objectKey: S3Key } } };
    }
    const templateFile = `${name}.template.json`;
    const properties = { templateFile, stackName: name };
    const manifest = { artifacts: { [name]: { type: 'aws:cloudformation:stack', properties } } };
    writeFileSync(join(directory, templateFile), body);
    writeFileSync(join(directory, `${name}.assets.json`), JSON.stringify({ files }));
    writeFileSync(join(directory, 'manifest.json'), JSON.stringify(manifest));
    return directory;
  }
}

function resourcesOf(
  { Resources: all }: Template,
  names: Readonly<Record<string, string>>,
): StackResource[] {
  return Object.entries(all).map(([logicalId, { Type: type, DeletionPolicy, Properties }]) => ({
    logicalId,
    type,
    name:
      typeof Properties['Name'] === 'string' ? Properties['Name'] : (names[logicalId] ?? logicalId),
    deletion: DeletionPolicy,
    isProtected: Properties['DeletionProtectionEnabled'] === true,
  }));
}

async function unzip(bytes: Uint8Array, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const archive = await fromBufferPromise(Buffer.from(bytes));
  for await (const entry of archive.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    writeFileSync(
      join(folder, entry.fileName),
      await text(await archive.openReadStreamPromise(entry)),
    );
  }
}
