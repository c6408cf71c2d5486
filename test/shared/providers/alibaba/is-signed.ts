import { createHash, createHmac } from 'node:crypto';

/** A request as it arrived. */
export interface Arrived {
  readonly method: string;
  /** From the question mark on, or empty. */
  readonly url: string;
  readonly host: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/**
 * Whether it carries a right signature: the provider's side of the Alibaba contract, section 6.3, written
 * apart from the signer. Queries of ours arrive encoded as they are signed.
 */
export function isSigned(
  { method, url, host, headers }: Arrived,
  keys: { readonly accessKey: string; readonly secretKey: string },
): boolean {
  const form =
    /^ACS3-HMAC-SHA256 Credential=(\S+?),SignedHeaders=(\S+?),Signature=([0-9a-f]{64})$/u;
  const [, access, names = '', signature] = form.exec(String(headers['authorization'])) ?? [];
  const signed = names.split(';');
  const needed = ['host', 'x-acs-action', 'x-acs-date', 'x-acs-signature-nonce', 'x-acs-version'];
  if (access !== keys.accessKey || needed.some((name) => !signed.includes(name))) return false;
  const query = url.replace(/^\?/u, '').split('&').toSorted().join('&');
  const lines = signed.map((name) => `${name}:${name === 'host' ? host : String(headers[name])}\n`);
  const canonical = `${method}\n/\n${query}\n${lines.join('')}\n${names}\n${hash('')}`;
  const toSign = `ACS3-HMAC-SHA256\n${hash(canonical)}`;
  return createHmac('sha256', keys.secretKey).update(toSign).digest('hex') === signature;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
