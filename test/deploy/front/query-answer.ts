/** What an answer in XML is made of: texts, lists (each entry a `member`) and structures. */
export type Xml =
  string | number | boolean | undefined | readonly Xml[] | { readonly [name: string]: Xml };

/** An answer of a service that is asked by forms: CloudFormation, STS. */
export interface QueryAnswer {
  readonly status: number;
  readonly body: string;
}

/** What a call resulted in. */
export function answered(action: string, result: Xml = {}): QueryAnswer {
  const inside = `<${action}Result>${xml(result)}</${action}Result>`;
  const about = '<ResponseMetadata><RequestId>local</RequestId></ResponseMetadata>';
  return { status: 200, body: `<${action}Response>${inside}${about}</${action}Response>` };
}

/** A call that was refused, in the service's own words where a client looks at them. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: string;

  constructor(message: string, code = 'ValidationError') {
    super(message);
    this.code = code;
  }

  answer(): QueryAnswer {
    const error = xml({ Type: 'Sender', Code: this.code, Message: this.message });
    return { status: 400, body: `<ErrorResponse><Error>${error}</Error></ErrorResponse>` };
  }
}

function xml(value: Xml): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) {
    return value.map((one) => `<member>${xml(one as Xml)}</member>`).join('');
  }
  if (typeof value !== 'object') {
    return String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  }
  return Object.entries(value)
    .filter(([, inside]) => inside !== undefined)
    .map(([name, inside]) => `<${name}>${xml(inside)}</${name}>`)
    .join('');
}

/** The entries of a list in a form: `Tags.member.1.Key`, and so on. */
export function listIn(form: URLSearchParams, name: string): Record<string, string>[] {
  const entries: Record<string, string>[] = [];
  for (let index = 1; ; index += 1) {
    const prefix = `${name}.member.${index}`;
    const own = [...form].filter(([key]) => key === prefix || key.startsWith(`${prefix}.`));
    if (own.length === 0) return entries;
    entries.push(
      Object.fromEntries(own.map(([key, value]) => [key.slice(prefix.length + 1), value])),
    );
  }
}
