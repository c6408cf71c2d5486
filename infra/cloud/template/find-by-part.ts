/** The hash that CDK puts at the end of a logical id. */
const CDK_HASH = /[0-9A-F]{8}$/u;

/**
 * The one id that is `wanted`, or is it but for the hash CDK adds, or begins with it, or has it
 * anywhere: what fits most closely counts. Throws naming the candidates where that is not one.
 */
export function findByPart(ids: readonly string[], wanted: string): string {
  if (ids.includes(wanted)) return wanted;
  const ways = [
    (id: string) => id.replace(CDK_HASH, '') === wanted,
    (id: string) => id.startsWith(wanted),
    (id: string) => id.includes(wanted),
  ];
  const fits = ways.map((way) => ids.filter(way)).find((found) => found.length > 0) ?? [];
  const [found, another] = fits;
  if (found !== undefined && another === undefined) return found;
  const candidates = (fits.length > 0 ? fits : ids).join(', ');
  throw new Error(`"${wanted}" names ${fits.length} of: ${candidates || 'nothing'}.`);
}
