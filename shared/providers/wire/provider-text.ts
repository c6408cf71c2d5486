/** The most characters of a provider's text that are kept anywhere. */
const LONGEST = 300;

/** Makes a provider's text fit to be shown and stored. */
export type ProviderText = (text: string) => string;

/**
 * Cleans provider text: no control characters, no secret, no signature, at most 300 characters. A
 * refused signature is answered with what the provider made of our request (Huawei contract,
 * section 8.2), so keys are taken out before anything is cut.
 */
export function providerText(keys: {
  readonly accessKey: string;
  readonly secretKey: string;
}): ProviderText {
  const secrets = [keys.secretKey, keys.accessKey].filter((secret) => secret !== '');
  return (text) => {
    const bare = secrets.reduce((known, secret) => known.replaceAll(secret, '***'), text);
    return bare
      .replaceAll(/((?:SDK|ACS3)-HMAC-SHA256|Signature=|authorization\s*[:=])\s*[^\s"]*/giu, '***')
      .replaceAll(/[\p{Cc}\s]+/gu, ' ')
      .trim()
      .slice(0, LONGEST)
      .toWellFormed();
  };
}
