import { type CrashAt, Mortal } from './crashing.ts';
import type { InProcess } from './in-process.ts';
import type { Stage } from './scenario.ts';

/**
 * The way of a person to the deployment: what the person begins may die at every port call, as a
 * function does. It is not begun again here; the person looks first.
 */
export function mortalOperator(app: InProcess, crashAt: CrashAt): Stage['operate'] {
  return async (act) => {
    const mortal = new Mortal(crashAt);
    const ports: Readonly<Record<string, unknown>> = {
      jobs: mortal.wrap('jobs', { ...app.jobs }),
      journals: mortal.wrap('journals', { ...app.journals }),
      accounts: mortal.wrap('accounts', { ...app.accounts }),
      queues: { dispatch: mortal.wrap('dispatch', app.queues.dispatch) },
    };
    const reached = new Proxy(app, {
      get: (target, key) => {
        if (typeof key === 'string' && key in ports) return ports[key];
        const value: unknown = Reflect.get(target, key, target);
        return typeof value === 'function' ? (value as () => unknown).bind(target) : value;
      },
    });
    try {
      await mortal.run(async () => {
        await act(reached);
      });
    } catch {
      // Dead, or too late: what became of it is seen in the job.
    }
  };
}
