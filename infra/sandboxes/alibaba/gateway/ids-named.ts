const SINGLE = ['InstanceId', 'DBInstanceId', 'ClusterId', 'ResourceId', 'OrderId', 'TaskNo'];

function listed(text: string): string[] {
  if (!text.startsWith('[')) return text.split(',').map((id) => id.trim());
  try {
    return (JSON.parse(text) as unknown[]).map(String);
  } catch {
    return [];
  }
}

/** The instances, domains, orders and tasks that a call names. */
export function idsNamed(query: URLSearchParams): string[] {
  return [...query]
    .flatMap(([name, value]) => {
      if (SINGLE.includes(name) || /(?:^|\.)DomainName$/u.test(name)) return [value];
      return /^InstanceI[dD]s$/u.test(name) ? listed(value) : [];
    })
    .filter((id) => id !== '');
}
