import { readFileSync } from 'node:fs';
import { App, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { stages } from '../../infra/config.ts';
import { RenewsheetStack, type RenewsheetStackProps } from '../../infra/stacks/renewsheet-stack.ts';
import type { Account } from '../../shared/settings/account.ts';
import { readAccounts } from '../../shared/settings/accounts.ts';

/** A statement of a policy as the template has it. */
export interface Statement {
  readonly Sid?: string;
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Principal?: unknown;
  readonly Condition?: unknown;
}

/** A resource of a template; its properties are looked at by name. */
export interface Resource {
  readonly Type: string;
  readonly DependsOn?: readonly string[];
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

/** The statement that refuses whatever does not come over TLS. */
export const TLS_ONLY = {
  Effect: 'Deny',
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
} as const;

/** Accounts of these names, all else by default. */
export function accountsNamed(...names: readonly string[]): readonly Account[] {
  const entries = names.map((name) => ({
    name,
    provider: 'huawei',
    endpoint: 'https://bss-intl.myhuaweicloud.com',
  }));
  const reading = readAccounts(entries, { keys: 'forbidden' });
  if (reading.kind === 'unreadable') throw new Error(reading.problem);
  return reading.accounts;
}

/** The production stack under the feature flags of cdk.json; nothing is bundled. */
export function productionStack(changes: Partial<RenewsheetStackProps> = {}): RenewsheetStack {
  const cdk = JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8')) as {
    context: Record<string, unknown>;
  };
  const app = new App({ context: { ...cdk.context, 'aws:cdk:bundling-stacks': [] } });
  return new RenewsheetStack(app, 'renewsheet-production', {
    ...stages.production,
    stage: 'production',
    bundles: null,
    accounts: accountsNamed('main', 'second-account'),
    ...changes,
  });
}

/** The template of a stack, with look-ups by the way its parts are named. */
export class Synthesized {
  readonly json: {
    readonly Resources: Readonly<Record<string, Resource>>;
    readonly Outputs: Readonly<Record<string, unknown>>;
  };

  constructor(stack: Stack = productionStack()) {
    this.json = Template.fromStack(stack).toJSON() as Synthesized['json'];
  }

  /** All resources of a type, by logical id. */
  all(type: string): readonly (readonly [id: string, resource: Resource])[] {
    return Object.entries(this.json.Resources).filter(([, resource]) => resource.Type === type);
  }

  /** The one resource of that type whose logical id starts so. */
  one(type: string, start: string): Resource {
    const found = this.all(type).filter(([id]) => id.startsWith(start));
    if (found.length !== 1) throw new Error(`${found.length} of ${type} start with ${start}`);
    return found[0]![1];
  }

  /** The statements of the one policy of that type whose logical id starts so. */
  policy(type: string, start: string): readonly Statement[] {
    const { Properties } = this.one(type, start);
    const document = Properties['PolicyDocument'] ?? Properties['KeyPolicy'];
    return (document as { Statement: readonly Statement[] }).Statement;
  }

  /** What a function's role allows. */
  statements(role: string): readonly Statement[] {
    const policies = this.one('AWS::IAM::Role', role).Properties['Policies'];
    return (policies as readonly { PolicyDocument: { Statement: Statement[] } }[]).flatMap(
      (policy) => policy.PolicyDocument.Statement,
    );
  }

  /** The actions a function's role allows. */
  actions(role: string): readonly string[] {
    return this.statements(role).flatMap(({ Action }) => Action);
  }
}
