/** A mistake in what the user gave: shown as its one sentence, without a stack trace. */
export class UserMistake extends Error {
  override readonly name = 'UserMistake';
}
