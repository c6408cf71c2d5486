import { RemovalPolicy, Validations } from 'aws-cdk-lib/core';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Account } from '../../../shared/settings/account.ts';

/** Whose keys are kept, and under which names. */
export interface ProviderSecretsProps {
  readonly accounts: readonly Account[];
  /** Secrets are named `<prefix>/<account>`. */
  readonly prefix: string;
}

/**
 * The keys with which provider calls are signed, one secret for each account. They are made with a
 * value that no provider accepts; the real one is put in by hand and a deployment never changes it.
 */
export class ProviderSecrets extends Construct {
  readonly prefix: string;
  readonly secrets: readonly Secret[];
  readonly names: readonly string[];

  constructor(scope: Construct, id: string, { accounts, prefix }: ProviderSecretsProps) {
    super(scope, id);
    this.prefix = prefix;
    this.names = accounts.map(({ name }) => `${prefix}/${name}`);
    this.secrets = accounts.map(({ name }) => this.#secret(name));
  }

  #secret(account: string): Secret {
    const secret = new Secret(this, account, {
      secretName: `${this.prefix}/${account}`,
      description: `Access key and secret key of the provider account "${account}".`,
      // Any change to these two lines would put a new placeholder over the real keys.
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ accessKey: 'put the access key here' }),
        generateStringKey: 'secretKey',
      },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'The keys are made in the provider’s console; AWS has no way to rotate them there.',
    });
    return secret;
  }
}
