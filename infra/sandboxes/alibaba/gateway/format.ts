import type { Answer } from '../../frame/calls/answer.ts';
import { type ApiName, isDomain } from '../api.ts';
import type { SandboxState } from '../state.ts';

function camelCased(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelCased);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name.slice(0, 1).toLowerCase() + name.slice(1),
      camelCased(inner),
    ]),
  );
}

function xmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function xml(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => xml(name, item)).join('');
  if (typeof value !== 'object' || value === null) {
    return `<${name}>${xmlText(String(value))}</${name}>`;
  }
  const inner = Object.entries(value).map(([field, one]) => xml(field, one));
  return `<${name}>${inner.join('')}</${name}>`;
}

/**
 * An answer in the spelling of the world and the format of the call: signature v1 is answered in
 * XML unless it asks for JSON (Alibaba contract, section 6.1).
 */
export function asAsked(
  { behaviour }: SandboxState,
  api: ApiName,
  query: URLSearchParams,
  answer: Answer,
): Answer {
  const camel = isDomain(api) && behaviour.domainCasing === 'camel' && answer.code === undefined;
  const spelled = camel ? { ...answer, body: camelCased(answer.body) } : answer;
  const asksForXml = query.has('SignatureMethod') && query.get('Format')?.toUpperCase() !== 'JSON';
  if (!asksForXml) return spelled;
  const root = spelled.code === undefined ? `${query.get('Action') ?? ''}Response` : 'Error';
  return {
    ...spelled,
    text: `<?xml version="1.0" encoding="UTF-8"?>${xml(root, spelled.body)}`,
    headers: { ...spelled.headers, 'content-type': 'text/xml;charset=utf-8' },
  };
}
