import { spawn, spawnSync } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 60_000;

/** AWS as moto plays it, on this machine. */
export interface Moto {
  readonly url: string;
  readonly stop: () => void;
}

/** Starts `moto_server` on a free port; null where it is not installed. */
export async function startMoto(): Promise<Moto | null> {
  if (spawnSync('moto_server', ['--help']).status !== 0) return null;
  const port = await freePort();
  const server = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  const end = Date.now() + PATIENCE_MS;
  while (!(await answers(url))) {
    if (Date.now() > end) throw new Error('moto_server did not start');
    await pause(100);
  }
  return { url, stop: () => void server.kill() };
}

async function answers(url: string): Promise<boolean> {
  return await fetch(url).then(
    () => true,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => void server.close(() => resolve()));
  return port;
}
