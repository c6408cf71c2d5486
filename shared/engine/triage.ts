import type { Answer, Refusal } from '../renewal/answer.ts';
import { suspension } from '../renewal/decide/answers.ts';
import type { Suspension } from '../renewal/decide/decision.ts';

/** What an answer to a question comes to. Silence is an outcome like the others. */
export type Heard<T> =
  | { readonly kind: 'told'; readonly value: T }
  /** A clear no that is about what was asked for. */
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** No clear answer, or a provider that is busy as a whole: asked again later. */
  | { readonly kind: 'silent'; readonly detail: string; readonly busy: boolean }
  /** The whole account is refused (money rule 7). */
  | { readonly kind: 'stopped'; readonly stop: Suspension };

/** `silent`: no clear answer came. `stopped`: the account is refused as a whole. */
export type AskEnd =
  { readonly kind: 'answered' | 'stopped' } | Extract<Heard<never>, { readonly kind: 'silent' }>;

export const ANSWERED: AskEnd = { kind: 'answered' };

/** Sorts an answer to a question that changes nothing (money rule 2). */
export function heard<T>(answer: Answer<T>): Heard<T> {
  switch (answer.kind) {
    case 'done':
      return { kind: 'told', value: answer.value };
    case 'unknown':
      return { kind: 'silent', detail: answer.detail, busy: false };
    case 'refused': {
      const { refusal } = answer;
      if (refusal.remedy === 'suspend') return { kind: 'stopped', stop: suspension(refusal) };
      if (refusal.remedy === 'wait') {
        return { kind: 'silent', detail: refusal.message, busy: true };
      }
      return { kind: 'refused', refusal };
    }
  }
}
