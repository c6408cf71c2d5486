import type { Money } from '../values/money.ts';

/** What people are told of an export, whoever asked for it. */
export type ExportNotice = {
  readonly account: string;
  /** The quote's id; null where it did not come to one. */
  readonly survey: string | null;
  /** What was asked for: "due within 30 days". */
  readonly title: string;
  /** Null: the schedule. */
  readonly by: string | null;
} & (
  | {
      readonly kind: 'export ready';
      readonly bucket: string;
      readonly keys: readonly string[];
      /** Resources that can be approved, and what those with a price cost in all. */
      readonly rows: number;
      readonly total: Money;
      /** Those of them of which the provider tells no price. */
      readonly untold: number;
      readonly unpriced: number;
      readonly leftOut: number;
      /** How much the balance lacks for all of it; null: nothing, or it is not known. */
      readonly missing: Money | null;
    }
  | { readonly kind: 'export failed'; readonly reason: string; readonly advice: string }
);
