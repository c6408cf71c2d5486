import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

/** Where a synthesized stack lies. */
export interface Assembly {
  /** The cloud assembly, usually `cdk.out`. */
  readonly directory: string;
  /** The stack's artifact id or name; may be left out where the assembly holds one stack. */
  readonly stack?: string;
  /** What names that nobody set end in, six signs at most, as AWS ends them: nothing by default. */
  readonly nameEnding?: string;
}

const properties = z.optional(z.record(z.string(), z.unknown()));

const manifestSchema = z.object({
  artifacts: z.record(z.string(), z.object({ type: z.string(), properties })),
});
const resourceSchema = z.object({ Type: z.string(), Properties: properties });
const templateSchema = z.object({
  Resources: z.record(z.string(), resourceSchema),
  Parameters: z.optional(z.record(z.string(), z.object({ Default: z.optional(z.unknown()) }))),
  Mappings: z.optional(
    z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))),
  ),
  Outputs: z.optional(z.record(z.string(), z.object({ Value: z.unknown() }))),
});
const assetsSchema = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.object({ path: z.optional(z.string()) }),
      destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
    }),
  ),
});

/** A template as `cdk synth` wrote it, with the directories of its assets. */
export interface SynthesizedStack {
  readonly name: string;
  readonly nameEnding?: string | undefined;
  readonly template: z.output<typeof templateSchema>;
  /** Asset directories by the object key under which a template names them. */
  readonly assets: ReadonlyMap<string, string>;
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function findStack({ directory, stack }: Assembly): { name: string; templateFile: string } {
  const { artifacts } = manifestSchema.parse(readJson(join(directory, 'manifest.json')));
  const stacks = Object.entries(artifacts)
    .filter(([, artifact]) => artifact.type === 'aws:cloudformation:stack')
    .map(([id, artifact]) => ({
      id,
      name: z.optional(z.string()).parse(artifact.properties?.['stackName']) ?? id,
      templateFile: z.string().parse(artifact.properties?.['templateFile']),
    }));
  const [found, another] = stacks.filter((one) => !stack || [one.id, one.name].includes(stack));
  if (found && !another) return found;
  const ids = stacks.map((one) => one.id).join(', ');
  throw new Error(`Name one stack of ${directory}: it holds ${ids || 'none'}.`);
}

/** Reads a stack of a cloud assembly. Throws where the assembly, or one such stack, is missing. */
export function readSynthesizedStack(assembly: Assembly): SynthesizedStack {
  const { name, templateFile } = findStack(assembly);
  const template = templateSchema.parse(readJson(join(assembly.directory, templateFile)));
  const assetFile = templateFile.replace(/\.template\.json$/u, '.assets.json');
  const { files } = assetsSchema.parse(readJson(join(assembly.directory, assetFile)));
  const assets = new Map<string, string>();
  for (const { source, destinations } of Object.values(files)) {
    for (const { objectKey } of Object.values(destinations)) {
      if (source.path) assets.set(objectKey, join(assembly.directory, source.path));
    }
  }
  return { name, nameEnding: assembly.nameEnding, template, assets };
}
