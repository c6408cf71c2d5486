/** An eTag without its quotes: events leave them out, answers do not. */
export function bareETag(eTag: string): string {
  return eTag.replaceAll('"', '');
}
