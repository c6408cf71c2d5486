import type { Clock } from '../../ports/services.ts';
import type { Settled } from './verdict.ts';

/** So long nothing more is sent with a refused key: longer than one run of work with it. */
const HELD_MS = 60_000;

interface KeyState {
  /** The last answer said nothing against the key. */
  proven: boolean;
  /** The call that is out alone, to prove the key. */
  proving: Promise<unknown> | null;
  refused: { readonly at: number; readonly answer: Settled } | null;
}

/**
 * Keeps a wrong key from being blocked at the provider, where five refusals in a row block it for
 * five minutes (Huawei contract, section 8.2). The first call goes alone and the others wait for its
 * answer; once the key is refused, nothing more is sent for a minute and every call is answered with
 * that refusal. Calls that are under way already are not held back. `isKeyRefusal`: whether a code
 * says that the key or its signature is wrong.
 */
export function keyFuse(
  clock: Clock,
  isKeyRefusal: (code: string) => boolean,
): (send: () => Promise<Settled>) => Promise<Settled> {
  const key: KeyState = { proven: false, proving: null, refused: null };

  async function sendOne(send: () => Promise<Settled>): Promise<Settled> {
    const settled = await send();
    const wrong = settled.kind === 'refused' && isKeyRefusal(settled.refusal.code);
    key.proven = !wrong;
    if (wrong) key.refused = { at: clock(), answer: { ...settled, body: undefined, text: '' } };
    return settled;
  }

  async function sendAlone(send: () => Promise<Settled>): Promise<Settled> {
    try {
      return await sendOne(send);
    } catch (error) {
      key.proven = true;
      throw error;
    } finally {
      key.proving = null;
    }
  }

  return async (send) => {
    while (!key.proven && key.proving !== null) await key.proving;
    if (key.proven) return await sendOne(send);
    if (key.refused !== null && clock() - key.refused.at < HELD_MS) return key.refused.answer;
    const alone = sendAlone(send);
    key.proving = alone.catch(() => null);
    return await alone;
  };
}
