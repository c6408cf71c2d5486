/** An instant (epoch milliseconds) as `yyyy-MM-dd'T'HH:mm:ss'Z'`, UTC. */
export function utcText(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}
