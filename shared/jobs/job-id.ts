/** Letters and digits that people do not mistake for one another (Crockford's base 32). */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** At most ten typable characters from the first 50 bits of a hash (vocabulary, section 1). */
export function jobIdOf(hash: Uint8Array): string {
  let id = '';
  let bits = 0n;
  for (const byte of hash.slice(0, 7)) bits = (bits << 8n) | BigInt(byte);
  bits >>= 6n;
  for (let place = 0; place < 10; place += 1) {
    id = ALPHABET[Number(bits & 31n)]! + id;
    bits >>= 5n;
  }
  return id;
}
