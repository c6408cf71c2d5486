/** Whether an id is a domain name: words with dots between them, which no instance's id has. */
export function isDomain(id: string): boolean {
  return /^[^\s/,.]+(?:\.[^\s/,.]+)+\.?$/u.test(id.trim());
}

/** A domain name as calls take it: without the dot of the root. */
export function domainName(id: string): string {
  return id.trim().replace(/\.$/u, '');
}
