import type { SampleProvider } from '../sample/sample-provider.ts';

/** What a command needs to know of a world, whoever's provider it is. */
export interface SandboxWorld {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly currency: string;
}

/** A provider's sandbox on this machine, as far as a command deals with it. */
export interface LocalSandbox {
  readonly url: string;
  readonly close: () => Promise<void>;
}

interface Maker {
  readonly start: (options: {
    readonly world: unknown;
    readonly history?: string;
  }) => Promise<LocalSandbox>;
  readonly readHistory: (path: string) => { readonly world: SandboxWorld };
}

/** Loaded when one is started: most commands need one of them at most. */
const MAKERS: Readonly<Record<SampleProvider, () => Promise<Maker>>> = {
  huawei: async () => ({
    start: (await import('../../sandboxes/huawei/server.ts')).startHuaweiSandbox,
    readHistory: (await import('../../sandboxes/huawei/read-history.ts')).readHistory,
  }),
  alibaba: async () => ({
    start: (await import('../../sandboxes/alibaba/server.ts')).startAlibabaSandbox,
    readHistory: (await import('../../sandboxes/alibaba/read-history.ts')).readHistory,
  }),
};

/** Starts a provider's sandbox in a world that was read already; it forgets everything at its end. */
export async function startSandbox(
  provider: SampleProvider,
  world: unknown,
): Promise<LocalSandbox> {
  const { start } = await MAKERS[provider]();
  return await start({ world });
}

/**
 * Starts a provider's sandbox with a history (a path): in the world where that is new, else where it
 * left off. Tells the world that it began with.
 */
export async function startKeptSandbox(
  provider: SampleProvider,
  world: unknown,
  history: string,
): Promise<{ readonly sandbox: LocalSandbox; readonly world: SandboxWorld }> {
  const { start, readHistory } = await MAKERS[provider]();
  const sandbox = await start({ world, history });
  return { sandbox, world: readHistory(history).world };
}
