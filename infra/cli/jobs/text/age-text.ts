const STEPS = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'min'],
] as const;

/** How long ago an ISO 8601 moment was, in its largest unit: "3 d", "2 h", "5 min", "now". */
export function ageText(moment: string, now: number): string {
  const age = now - Date.parse(moment);
  const step = STEPS.find(([length]) => age >= length);
  return step === undefined ? 'now' : `${Math.floor(age / step[0])} ${step[1]}`;
}
