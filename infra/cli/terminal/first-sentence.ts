/** The first sentence of a message that may go on and on, with its full stop. */
export function firstSentence(message: string): string {
  const [sentence = ''] = message.split(/\.\s/u);
  return `${sentence.replace(/\.$/u, '')}.`;
}
