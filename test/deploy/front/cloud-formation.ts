import { randomUUID } from 'node:crypto';
import { answered, listIn, type QueryAnswer, Refused, type Xml } from './query-answer.ts';
import {
  CannotMake,
  type Change,
  type Resources,
  type Stack,
  type StackResource,
} from './stack.ts';
import {
  changeIn,
  changeSet,
  eventsOf,
  PREFIX,
  resourcesOf,
  shortName,
  told,
} from './told-of-stacks.ts';

/** Reads a template from where a form says it is. */
export type ReadTemplate = (form: URLSearchParams) => Promise<string>;

/**
 * As much of CloudFormation as deploying, updating and deleting one stack takes (AWS CloudFormation
 * API Reference and User Guide): change sets, roll-backs, protection, retention.
 */
export class CloudFormation {
  readonly #stacks = new Map<string, Stack>();
  readonly #resources: Resources;
  readonly #readTemplate: ReadTemplate;

  constructor(resources: Resources, readTemplate: ReadTemplate) {
    this.#resources = resources;
    this.#readTemplate = readTemplate;
  }

  async handle(form: URLSearchParams): Promise<QueryAnswer> {
    const action = form.get('Action') ?? '';
    const name = form.get('StackName') ?? '';
    switch (action) {
      case 'DescribeStacks': {
        const stacks = name === '' ? [...this.#stacks.values()] : [this.#find(name)];
        return answered(action, { Stacks: stacks.map(told) });
      }
      case 'DescribeStackEvents':
        return answered(action, { StackEvents: eventsOf(this.#find(name)) });
      case 'DescribeStackResources':
      case 'ListStackResources':
        return answered(action, resourcesOf(action, this.#find(name)));
      case 'GetTemplate':
        return answered(action, { TemplateBody: this.#find(name).template });
      case 'CreateChangeSet':
        return answered(action, await this.#prepare(name, form));
      case 'DescribeChangeSet':
        return answered(action, changeSet(this.#find(name), form.get('ChangeSetName') ?? ''));
      case 'DeleteChangeSet':
        this.#find(name).changes.delete(shortName(form.get('ChangeSetName') ?? ''));
        return answered(action);
      case 'ExecuteChangeSet': {
        const stack = this.#find(name);
        const change = changeIn(stack, form.get('ChangeSetName') ?? '');
        void this.#execute(stack, change);
        return answered(action);
      }
      case 'UpdateTerminationProtection': {
        const stack = this.#find(name);
        stack.isProtected = form.get('EnableTerminationProtection') === 'true';
        return answered(action, { StackId: stack.id });
      }
      case 'DeleteStack':
        this.#delete(name);
        return answered(action);
      default:
        throw new Refused(`The front knows no ${action}.`);
    }
  }

  /** By name or id; deleted ones by their id only. */
  #find(name: string): Stack {
    const found = this.#named(name);
    if (found === undefined) throw new Refused(`Stack with id ${name} does not exist`);
    return found;
  }

  #named(name: string): Stack | undefined {
    return this.#stacks.get(name) ?? [...this.#stacks.values()].find(({ id }) => id === name);
  }

  async #prepare(name: string, form: URLSearchParams): Promise<Xml> {
    const template = await this.#readTemplate(form);
    const stack = this.#named(name) ?? this.#empty(name);
    if (/ROLLBACK_(?:COMPLETE|FAILED)$/u.test(stack.status) && !stack.status.startsWith('UPDATE')) {
      throw new Refused(`Stack:${stack.id} is in ${stack.status} state and can not be updated.`);
    }
    const isNew = stack.status === 'REVIEW_IN_PROGRESS';
    const parameters = listIn(form, 'Parameters');
    const tags = listIn(form, 'Tags');
    const same = stack.template === template && sameTags(stack.tags, tags);
    const kind = isNew ? 'create' : same ? null : 'update';
    const change = {
      name: form.get('ChangeSetName') ?? '',
      template,
      parameters,
      tags,
      kind,
    } as const;
    stack.changes.set(change.name, change);
    return { Id: `${PREFIX}:changeSet/${change.name}/${randomUUID()}`, StackId: stack.id };
  }

  #empty(name: string): Stack {
    const stack: Stack = {
      name,
      id: `${PREFIX}:stack/${name}/${randomUUID()}`,
      status: 'REVIEW_IN_PROGRESS',
      reason: undefined,
      isProtected: false,
      template: '',
      parameters: [],
      tags: [],
      outputs: {},
      resources: [],
      changes: new Map(),
      events: [],
    };
    this.#stacks.set(name, stack);
    return stack;
  }

  async #execute(stack: Stack, change: Change): Promise<void> {
    const word = change.kind === 'create' ? 'CREATE' : 'UPDATE';
    say(stack, `${word}_IN_PROGRESS`);
    stack.changes.clear();
    try {
      const made = await this.#resources.carryOut(stack, change.template);
      for (const one of made.resources) tell(stack, one, `${word}_COMPLETE`);
      Object.assign(stack, made, {
        template: change.template,
        parameters: change.parameters,
        tags: change.tags,
      });
      say(stack, `${word}_COMPLETE`);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      if (error instanceof CannotMake) tell(stack, error.resource, `${word}_FAILED`, why);
      if (word === 'CREATE') await this.#rollBack(stack, error, why);
      else say(stack, 'UPDATE_ROLLBACK_COMPLETE', why);
    }
  }

  /** What was made for a stack that never stood goes, whatever is to be retained, but for what is protected. */
  async #rollBack(stack: Stack, error: unknown, why: string): Promise<void> {
    say(stack, 'ROLLBACK_IN_PROGRESS', why);
    const made = error instanceof CannotMake ? error.made : [];
    const stuck = made.filter(({ isProtected }) => isProtected);
    const kept = made.filter(({ deletion }) => deletion === 'Retain');
    for (const one of made) {
      const words = stuck.includes(one)
        ? 'DELETE_FAILED'
        : kept.includes(one)
          ? 'DELETE_SKIPPED'
          : 'DELETE_COMPLETE';
      tell(stack, one, words);
    }
    await this.#resources.remove(
      stack,
      made.filter((one) => !stuck.includes(one) && !kept.includes(one)),
    );
    stack.resources = stuck;
    say(stack, stuck.length > 0 ? 'ROLLBACK_FAILED' : 'ROLLBACK_COMPLETE', why);
  }

  /** Of a stack that does not stand nothing is said. */
  #delete(name: string): void {
    const stack = this.#named(name);
    if (stack === undefined || stack.status === 'DELETE_COMPLETE') return;
    if (stack.isProtected) {
      throw new Refused(
        `Stack [${stack.name}] cannot be deleted while TerminationProtection is enabled`,
      );
    }
    void this.#remove(stack);
  }

  async #remove(stack: Stack): Promise<void> {
    say(stack, 'DELETE_IN_PROGRESS');
    const kept = stack.resources.filter(({ deletion }) => deletion !== 'Delete');
    for (const one of stack.resources) {
      tell(stack, one, kept.includes(one) ? 'DELETE_SKIPPED' : 'DELETE_COMPLETE');
    }
    await this.#resources.remove(
      stack,
      stack.resources.filter((one) => !kept.includes(one)),
    );
    say(stack, 'DELETE_COMPLETE');
    // From now on it is found by its id only.
    this.#stacks.delete(stack.name);
    this.#stacks.set(stack.id, stack);
  }
}

function sameTags(some: Change['tags'], others: Change['tags']): boolean {
  return JSON.stringify(some) === JSON.stringify(others);
}

function say(stack: Stack, status: string, reason?: string): void {
  stack.status = status;
  stack.reason = reason;
  const self = { logicalId: stack.name, name: stack.id, type: 'AWS::CloudFormation::Stack' };
  tell(stack, self, status, reason);
}

function tell(
  stack: Stack,
  { logicalId, name, type }: Pick<StackResource, 'logicalId' | 'name' | 'type'>,
  status: string,
  reason?: string,
): void {
  const at = new Date().toISOString();
  stack.events.push({ id: randomUUID(), at, logicalId, physicalId: name, type, status, reason });
}
