import { userInfo } from 'node:os';
import { type Asked, readArguments, renewsheet } from './read-arguments.ts';
import { keptByNpm } from './terminal/kept-by-npm.ts';
import { tellFault } from './terminal/tell-fault.ts';
import { UserMistake } from './terminal/user-mistake.ts';

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

/** Does what was asked for and returns the exit code. What one command needs is loaded for it alone. */
async function run(asked: Asked): Promise<number> {
  switch (asked.kind) {
    case 'help':
      process.stdout.write(asked.text);
      return 0;
    case 'start':
      return await (await import('./start/start.ts')).start(asked.command);
    case 'dev':
      return await (await import('./dev/dev.ts')).dev(asked.command);
    case 'jobs':
      return await (await import('./jobs/jobs.ts')).jobs(asked.command);
    case 'check':
      return await (await import('./jobs/check-file.ts')).checkFile(asked.command);
    case 'world':
      return await (await import('./world/world.ts')).world(asked.command);
  }
}

try {
  const args = process.argv.slice(2);
  const user = userName();
  const kept = keptByNpm(
    renewsheet(user, () => undefined),
    args,
    process.env,
  );
  if (kept !== null) throw new UserMistake(kept);
  process.exitCode = await run(readArguments(args, user));
} catch (error) {
  tellFault(error);
}
