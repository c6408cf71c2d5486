import { createHash, createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/**
 * Whether a request as it arrived carries a right signature: the provider's side of the Huawei
 * contract, section 8.2, written apart from the signer. Paths and queries of ours arrive encoded as
 * they are signed, so they are only put in order here.
 */
export function isSigned(
  { method, url, headers }: IncomingMessage,
  body: string,
  keys: { readonly accessKey: string; readonly secretKey: string },
): boolean {
  const form = /^SDK-HMAC-SHA256 Access=(\S+), SignedHeaders=(\S+), Signature=([0-9a-f]{64})$/u;
  const [, access, signed = '', signature] = form.exec(headers.authorization ?? '') ?? [];
  const names = signed.split(';');
  if (access !== keys.accessKey || !names.includes('x-sdk-date') || !names.includes('host')) {
    return false;
  }
  const [path = '', query = ''] = (url ?? '').split('?');
  let canonical = `${method}\n${path}/\n${query.split('&').toSorted().join('&')}\n`;
  for (const name of names) canonical += `${name}:${String(headers[name])}\n`;
  canonical += `\n${signed}\n${hash(body)}`;
  const toSign = `SDK-HMAC-SHA256\n${String(headers['x-sdk-date'])}\n${hash(canonical)}`;
  return createHmac('sha256', keys.secretKey).update(toSign).digest('hex') === signature;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
