import type { CATALOGUE, ReasonId } from './catalogue.ts';

/** What stands in braces in a text. */
export type InBraces<Text extends string> = Text extends `${string}{${infer Inside}}${infer Rest}`
  ? Inside | InBraces<Rest>
  : never;

/** The name of the value that a placeholder stands for; never for one that stands for a reason. */
export type ValueName<Inside extends string> = Inside extends `${string}.${string}`
  ? never
  : Inside extends `${infer Name}|${string}`
    ? Name
    : Inside extends `${infer Name}:words`
      ? Name
      : Inside;

type TextOf<Id extends ReasonId> = (typeof CATALOGUE)[Id]['en'][keyof (typeof CATALOGUE)[Id]['en']];

/** The names of the values that a reason demands. */
export type ValueNames<Id extends ReasonId> = ValueName<InBraces<TextOf<Id> & string>>;

/** Ids of reasons that take up other reasons. */
export type CompoundId = {
  [Id in ReasonId]: Extract<InBraces<TextOf<Id> & string>, `${string}.${string}`> extends never
    ? never
    : Id;
}[ReasonId];

/** Ids of all other reasons. */
export type SimpleId = Exclude<ReasonId, CompoundId>;

/** Ids of reasons whose sentences are always the same: nothing is filled in. */
export type PlainId = {
  [Id in SimpleId]: [ValueNames<Id>] extends [never] ? Id : never;
}[SimpleId];
