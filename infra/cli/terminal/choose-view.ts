/** The ways a command can show how it goes on. */
export interface Views<View> {
  readonly none: View;
  readonly live: (stream: NodeJS.WriteStream) => View;
  readonly lines: (write: (line: string) => void) => View;
}

/** The view that fits standard output: none beside JSON, a live one on a terminal, else lines. */
export function chooseView<View>(json: boolean, { none, live, lines }: Views<View>): View {
  if (json) return none;
  if (process.stdout.isTTY) return live(process.stdout);
  return lines((line) => process.stdout.write(`${line}\n`));
}
