// Runs on whatever Node the machine has, before anything is installed: plain JavaScript, no imports
// from packages. Installs what is missing, so that both commands work straight after a clone.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
const marker = new URL('node_modules/.renewsheet-installed', root);
const bringsItsOwnNode = process.platform === 'linux' && process.arch === 'x64';
const needed = bringsItsOwnNode ? 20 : 22;

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

if (Number(process.versions.node.split('.')[0]) < needed) {
  fail(`renewsheet needs Node ${needed} or newer; this is Node ${process.versions.node}.`);
}

const wanted = createHash('sha256')
  .update(readFileSync(new URL('package-lock.json', root)))
  .digest('hex');

if (!existsSync(marker) || readFileSync(marker, 'utf8') !== wanted) {
  process.stderr.write('Installing what is missing (about a minute, once) ...\n');
  const npm = process.env.npm_execpath;
  const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []];
  const { status, error } = spawnSync(command, [...first, 'ci', '--loglevel=error'], {
    cwd: fileURLToPath(root),
    // Standard output belongs to the command that follows.
    stdio: ['ignore', 2, 2],
  });
  if (error || status !== 0) {
    fail('The installation failed; see the lines above, check the network, and try again.');
  }
  writeFileSync(marker, wanted);
}
