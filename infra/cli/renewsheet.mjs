#!/usr/bin/env node
// `npx renewsheet`: plain JavaScript without imports from packages, for it runs on whatever Node the
// machine has and installs what is missing. Then a process of its own starts the command with the
// Node that is there now, as the npm scripts do.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const { status } = spawnSync(process.execPath, [here('install.mjs')], { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);

const own = here('../../node_modules/.bin/node');
const node = existsSync(own) ? own : process.execPath;
const tsx = new URL('../../node_modules/tsx/dist/loader.mjs', import.meta.url).href;
const args = ['--import', tsx, here('renewsheet.ts'), ...process.argv.slice(2)];
const command = spawn(node, args, { stdio: 'inherit' });
// A terminal sends Ctrl-C to both, anyone else to this process alone; the command bears it twice.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => command.kill(signal));
}
command.on('error', ({ message }) => {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
});
command.on('exit', (code, signal) => {
  process.exitCode = code ?? 128 + constants.signals[signal];
});
