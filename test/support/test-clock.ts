/** A clock that only moves when told. */
export class TestClock {
  now: number;

  constructor(now = Date.parse('2026-12-01T02:00:00Z')) {
    this.now = now;
  }

  readonly read = (): number => this.now;
}
