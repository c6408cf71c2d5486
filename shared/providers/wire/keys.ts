/** An access key and its secret; the secret never leaves the signers but as a signature. */
export interface Keys {
  readonly accessKey: string;
  readonly secretKey: string;
}

/** Whether keys can stand in a header: visible signs of ASCII, in one piece. */
export function isUsable(keys: Keys): boolean {
  return [keys.accessKey, keys.secretKey].every((key) => /^[\x21-\x7E]+$/u.test(key));
}
