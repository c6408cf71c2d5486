import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod/mini';

/** The keys of a provider account. Never logged, never stored. */
export interface ProviderKeys {
  readonly accessKey: string;
  readonly secretKey: string;
}

const keysSchema = z.object({
  accessKey: z.string().check(z.minLength(1)),
  secretKey: z.string().check(z.minLength(1)),
});

/**
 * Reads provider keys from Secrets Manager, `<prefix>/<account>`, afresh each time, so that a
 * corrected key counts at the next resume. Throws, without the value, when a secret has not the two
 * fields.
 */
export function openProviderKeys(prefix: string): (account: string) => Promise<ProviderKeys> {
  const client = new SecretsManagerClient({});
  return async (account) => {
    const SecretId = `${prefix}/${account}`;
    const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId }));
    const keys = keysSchema.safeParse(parseJson(SecretString));
    if (keys.success) return keys.data;
    throw new Error(
      `The secret ${SecretId} must be JSON with the texts "accessKey" and "secretKey".`,
    );
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
