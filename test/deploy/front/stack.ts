/** A resource of a stack as CloudFormation knows it. */
export interface StackResource {
  readonly logicalId: string;
  readonly type: string;
  /** The physical name. */
  readonly name: string;
  /** What becomes of it with the stack, and when it is taken out of the template. */
  readonly deletion: 'Delete' | 'Retain' | 'RetainExceptOnCreate';
  /** A table with deletion protection: it cannot be deleted, not even by a roll-back. */
  readonly isProtected: boolean;
}

/** What a change set would make of a stack. */
export interface Change {
  readonly name: string;
  readonly template: string;
  readonly parameters: readonly Readonly<Record<string, string>>[];
  readonly tags: readonly Readonly<Record<string, string>>[];
  /** Null: there is nothing to change. */
  readonly kind: 'create' | 'update' | null;
}

/** What happened to a stack or one of its resources. */
export interface StackEvent {
  readonly id: string;
  readonly at: string;
  readonly logicalId: string;
  readonly physicalId: string;
  readonly type: string;
  readonly status: string;
  readonly reason: string | undefined;
}

/** A stack. */
export interface Stack {
  readonly name: string;
  readonly id: string;
  status: string;
  reason: string | undefined;
  isProtected: boolean;
  /** As it was sent; empty until something was carried out. */
  template: string;
  parameters: Change['parameters'];
  tags: Change['tags'];
  outputs: Readonly<Record<string, string>>;
  resources: readonly StackResource[];
  readonly changes: Map<string, Change>;
  readonly events: StackEvent[];
}

/** What brings a stack's resources about. */
export interface Resources {
  /** Makes or changes them. Throws {@link CannotMake} for the first that cannot be made. */
  readonly carryOut: (
    stack: Stack,
    template: string,
  ) => Promise<Pick<Stack, 'outputs' | 'resources'>>;
  /** Ends what runs and removes these; all others stay. */
  readonly remove: (stack: Stack, gone: readonly StackResource[]) => Promise<void>;
}

/** One resource could not be made, after these were. */
export class CannotMake extends Error {
  override readonly name = 'CannotMake';
  readonly resource: Pick<StackResource, 'logicalId' | 'type' | 'name'>;
  readonly made: readonly StackResource[];

  constructor(
    resource: Pick<StackResource, 'logicalId' | 'type' | 'name'>,
    made: readonly StackResource[],
    why: string,
  ) {
    super(why);
    this.resource = resource;
    this.made = made;
  }
}
