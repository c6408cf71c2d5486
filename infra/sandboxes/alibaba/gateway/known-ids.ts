import type { SandboxState } from '../state.ts';

/** Parameters that name one instance, or several in a list. */
const NAMING = /^(?:InstanceId|DBInstanceId|ClusterId|ResourceId|InstanceIDs|InstanceIds)$/u;

/**
 * Parameters whose instances are spelled as the world spells them, where it knows them in any
 * letter case (`behaviour.idCase`; Alibaba contract, section 0).
 */
export function withKnownIds(
  { behaviour, items }: SandboxState,
  query: URLSearchParams,
): URLSearchParams {
  if (behaviour.idCase === 'exact') return query;
  const known = new Map([...items.keys()].map((id) => [id.toLowerCase(), id]));
  const spelled = (text: string): string =>
    text.replaceAll(/[^\s,"[\]]+/gu, (id) => known.get(id.toLowerCase()) ?? id);
  return new URLSearchParams(
    [...query].map(([name, value]): [string, string] => [
      name,
      NAMING.test(name) ? spelled(value) : value,
    ]),
  );
}
