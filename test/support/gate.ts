/** A promise that is kept when told. */
export interface Gate {
  readonly passed: Promise<void>;
  readonly open: () => void;
}

/** Makes one that is closed. */
export function gate(): Gate {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { passed: promise, open: resolve };
}
