import { ArnFormat, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib/core';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Account } from '../../../shared/settings/account.ts';
import type { StageSettings } from '../../config.ts';

/** Whose keys are kept, and under which names. */
export interface ProviderSecretsProps {
  readonly accounts: readonly Account[];
  /** Secrets are named `<prefix>/<account>`. */
  readonly prefix: string;
  /** By hand there are as many as one likes; a stack takes only some hundred. */
  readonly made: StageSettings['secretsMade'];
}

/**
 * The keys with which provider calls are signed, one secret for each account. Those that the stack
 * makes have a value that no provider accepts; the real one is put in by hand and a deployment never
 * changes it.
 */
export class ProviderSecrets extends Construct {
  readonly prefix: string;
  /** The ARNs of all secrets of the stage: one pattern, whatever the accounts. */
  readonly pattern: string;

  constructor(scope: Construct, id: string, { accounts, prefix, made }: ProviderSecretsProps) {
    super(scope, id);
    this.prefix = prefix;
    this.pattern = Stack.of(this).formatArn({
      service: 'secretsmanager',
      resource: 'secret',
      resourceName: `${prefix}/*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    if (made === 'by the stack') for (const { name } of accounts) this.#secret(name);
  }

  #secret(account: string): void {
    const secret = new Secret(this, account, {
      secretName: `${this.prefix}/${account}`,
      description: `Access key and secret key of the provider account "${account}".`,
      // Any change to these two lines would put a new placeholder over the real keys.
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ accessKey: 'put the access key here' }),
        generateStringKey: 'secretKey',
      },
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'The keys are made in the provider’s console; AWS has no way to rotate them there.',
    });
  }
}
