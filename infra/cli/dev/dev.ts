import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLE_PROVIDERS } from '../sample/sample-provider.ts';
import { onInterrupt } from '../terminal/on-interrupt.ts';
import { personHere } from '../terminal/person-here.ts';
import { asTyped } from '../terminal/user-path.ts';
import type { DevCommand } from './dev-command.ts';
import type { DevCloud } from './start-dev.ts';

function tell(line: string): void {
  process.stdout.write(`${new Date().toTimeString().slice(0, 8)} ${line}\n`);
}

/** Keeps a local cloud up until Ctrl-C; returns the exit code. */
export async function dev(command: DevCommand): Promise<number> {
  // From the beginning, so that Ctrl-C while it comes up ends it orderly as well.
  const ended = new Promise<void>((resolve) => {
    onInterrupt(resolve);
  });
  const { startDev } = await import('./start-dev.ts');
  const cloud = await startDev({ command, tell, person: personHere(false) });
  for (const line of greeting(cloud, command.accounts !== null)) tell(line);
  await ended;
  await cloud.stop();
  tell('Ended; the next start goes on where this one was.');
  return 0;
}

function greeting({ folder, accounts }: DevCloud, ownAccounts: boolean): string[] {
  const inbox = (account: string): string => asTyped(join(folder.drop, 'approved', account));
  return [
    `The local cloud is up, its state in ${asTyped(folder.path)}. Ctrl-C ends it.`,
    ...(ownAccounts ? ['It works with your own accounts: what is dropped is paid for.'] : []),
    ...accounts.map(({ name }) => `Drop approved quotes into ${inbox(name)}/`),
    ...SAMPLE_PROVIDERS.flatMap((at) => {
      const first = accounts.find(({ provider }) => provider === at);
      const sample = folder.sampleQuotes[at];
      return first === undefined || !existsSync(sample)
        ? []
        : [`To try the sample: cp ${asTyped(sample)} ${inbox(first.name)}/`];
    }),
  ];
}
