/** An instant as the billing interface takes it: UTC, whole seconds (Alibaba contract, section 2.2). */
export function utcText(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}
