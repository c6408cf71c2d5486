import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { tellFault } from '../terminal/tell-fault.ts';
import { UserMistake } from '../terminal/user-mistake.ts';
import { asTyped } from '../terminal/user-path.ts';
import { DEV_USAGE, readDevCommand } from './dev-command.ts';
import type { DevCloud } from './start-dev.ts';

function tell(line: string): void {
  process.stdout.write(`${new Date().toTimeString().slice(0, 8)} ${line}\n`);
}

async function main(): Promise<void> {
  const reading = readDevCommand(process.argv.slice(2));
  if (reading.kind === 'wrong') throw new UserMistake(reading.problem);
  if (reading.kind === 'help') {
    process.stdout.write(DEV_USAGE);
    return;
  }
  // From the beginning, so that Ctrl-C while it comes up ends it orderly as well; and every time,
  // for npm and the terminal may each pass the same Ctrl-C on.
  const ended = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        resolve();
      });
    }
  });
  const { startDev } = await import('./start-dev.ts');
  const dev = await startDev({ command: reading.command, tell });
  for (const line of greeting(dev, reading.command.accounts !== null)) tell(line);
  await ended;
  await dev.stop();
  tell('Ended; the next start goes on where this one was.');
}

function greeting({ folder, accounts }: DevCloud, ownAccounts: boolean): string[] {
  const inbox = (account: string): string => asTyped(join(folder.drop, 'approved', account));
  const [first = ''] = accounts;
  return [
    `The local cloud is up, its state in ${asTyped(folder.path)}. Ctrl-C ends it.`,
    ...(ownAccounts ? ['It works with your own accounts: what is dropped is paid for.'] : []),
    ...accounts.map((account) => `Drop approved quotes into ${inbox(account)}/`),
    ...(existsSync(folder.sampleQuote)
      ? [`To try the sample: cp ${asTyped(folder.sampleQuote)} ${inbox(first)}/`]
      : []),
  ];
}

try {
  await main();
} catch (error) {
  tellFault(error);
}
