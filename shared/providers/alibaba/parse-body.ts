/** Texts and numbers of JSON, one after the other. */
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gu;
/** Of so many digits a number may lose its last ones; order ids are such (Alibaba contract, section 2.1). */
const LONG = /^\d{16,}$/u;

/**
 * The body as a value; undefined where it is neither JSON nor an error in XML. Long whole numbers are
 * kept as text, digit by digit.
 */
export function parseBody(text: string): unknown {
  try {
    return JSON.parse(text.replaceAll(TOKEN, (token) => (LONG.test(token) ? `"${token}"` : token)));
  } catch {
    return xmlError(text);
  }
}

/** An error that came as XML although JSON was asked for (section 6.4). */
function xmlError(text: string): unknown {
  if (!/^\s*<(?:\?xml|Error\b)/u.test(text)) return undefined;
  const field = (name: string): string | undefined =>
    new RegExp(`<${name}>([^<]*)</${name}>`, 'u').exec(text)?.[1];
  const code = field('Code');
  return code === undefined ? undefined : { Code: code, Message: field('Message') ?? '' };
}
