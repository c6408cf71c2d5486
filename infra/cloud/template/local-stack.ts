import * as z from 'zod/mini';
import { resolveIntrinsics, type References } from './intrinsics.ts';
import {
  identifyIgnored,
  ignoredTypes,
  LOCAL_ACCOUNT,
  LOCAL_REGION,
  supportedTypes,
  type Identity,
} from './resource-types.ts';
import type { SynthesizedStack } from './synthesized-stack.ts';

/** A resource of the template with its references worked out. */
export interface LocalResource extends Identity {
  readonly logicalId: string;
  readonly properties: unknown;
}

/** A template whose names are known. */
export interface LocalStack {
  readonly name: string;
  /** All resources of a type, in the template's order. */
  ofType(type: keyof typeof supportedTypes): readonly LocalResource[];
  /** `Ref` of every resource by logical id. */
  readonly names: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
}

/** Throws naming every resource type that the embedded cloud neither supports nor ignores. */
export function checkResourceTypes({ template }: SynthesizedStack): void {
  const unknown = Object.entries(template.Resources)
    .filter(([, { Type }]) => !(Type in supportedTypes) && !ignoredTypes.has(Type))
    .map(([logicalId, { Type }]) => `${Type} (${logicalId})`);
  if (unknown.length > 0) {
    throw new Error(`The embedded cloud does not know these resources: ${unknown.join(', ')}.`);
  }
}

const identifiers = z.looseObject({ FifoQueue: z.optional(z.boolean()) });

/** As on AWS, the stack's name is cut off in front, and no name is longer than 63 signs. */
function ownName(stack: SynthesizedStack, logicalId: string, fifo: boolean): string {
  const suffix = `${stack.nameEnding ?? ''}${fifo ? '.fifo' : ''}`;
  return `${stack.name.slice(0, 20)}-${logicalId.slice(-36)}${suffix}`;
}

class Names implements References {
  readonly #stack: SynthesizedStack;
  readonly #queues: string;
  readonly #known = new Map<string, Identity>();

  constructor(stack: SynthesizedStack, queues: string) {
    this.#stack = stack;
    this.#queues = queues;
  }

  identity(logicalId: string): Identity {
    const known = this.#known.get(logicalId) ?? this.#identify(logicalId);
    this.#known.set(logicalId, known);
    return known;
  }

  #identify(logicalId: string): Identity {
    const resource = this.#stack.template.Resources[logicalId];
    if (!resource) throw new Error(`The template names ${logicalId}, which it does not hold.`);
    const type = supportedTypes[resource.Type];
    const given = identifiers.parse(resource.Properties ?? {});
    const set = type?.nameProperty ? resolveIntrinsics(given[type.nameProperty], this) : undefined;
    const name =
      typeof set === 'string' ? set : ownName(this.#stack, logicalId, given.FifoQueue === true);
    return (type?.identify ?? identifyIgnored)(name, this.#queues);
  }

  ref(name: string): unknown {
    const parameter = this.#stack.template.Parameters?.[name];
    if (parameter) return parameter.Default;
    if (!name.startsWith('AWS::')) return this.identity(name).ref;
    const pseudo: Record<string, string | undefined> = {
      'AWS::Region': LOCAL_REGION,
      'AWS::AccountId': LOCAL_ACCOUNT,
      'AWS::Partition': 'aws',
      'AWS::URLSuffix': 'amazonaws.com',
      'AWS::StackName': this.#stack.name,
      'AWS::NoValue': undefined,
    };
    if (!(name in pseudo)) throw new Error(`The embedded cloud does not know ${name}.`);
    return pseudo[name];
  }

  mapped(mapping: string, first: string, second: string): unknown {
    const value = this.#stack.template.Mappings?.[mapping]?.[first]?.[second];
    if (value !== undefined) return value;
    throw new Error(`The template maps nothing to ${mapping}, ${first}, ${second}.`);
  }

  attribute(logicalId: string, attribute: string): string {
    const value = this.identity(logicalId).attributes[attribute];
    if (value !== undefined) return value;
    throw new Error(`The embedded cloud does not know the attribute ${attribute} of ${logicalId}.`);
  }
}

/**
 * Gives every resource its physical name and resolves the template with them. `queues` is the
 * endpoint with which queue URLs begin. Throws naming a reference that cannot be resolved.
 */
export function nameStack(stack: SynthesizedStack, queues: string): LocalStack {
  const names = new Names(stack, queues);
  const resources = Object.entries(stack.template.Resources);
  const outputs = Object.entries(stack.template.Outputs ?? {});
  return {
    name: stack.name,
    ofType: (type) =>
      resources
        .filter(([, resource]) => resource.Type === type)
        .map(([logicalId, resource]) => ({
          ...names.identity(logicalId),
          logicalId,
          properties: resolveIntrinsics(resource.Properties ?? {}, names),
        })),
    names: Object.fromEntries(resources.map(([id]) => [id, names.identity(id).ref])),
    outputs: Object.fromEntries(
      outputs.map(([key, output]) => [key, String(resolveIntrinsics(output.Value, names))]),
    ),
  };
}
