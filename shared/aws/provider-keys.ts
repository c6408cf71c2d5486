import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
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
 * corrected key counts at the next resume. Null where the secret is missing or has not the two
 * texts: with that the provider refuses every call, and whoever works for the account stops with a
 * sentence. Throws where it cannot be read just now.
 */
export function openProviderKeys(
  prefix: string,
): (account: string) => Promise<ProviderKeys | null> {
  const client = new SecretsManagerClient({});
  return async (account) => {
    const SecretId = `${prefix}/${account}`;
    try {
      const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId }));
      return keysSchema.safeParse(parseJson(SecretString)).data ?? null;
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return null;
      throw error;
    }
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
