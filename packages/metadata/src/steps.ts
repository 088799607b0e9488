// Long work in small pieces: a generator that yields between items, so that a server can let other requests through.

export type Steps<T> = Generator<void, T, void>;

/** All of it at once, for those who have nothing else to do. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
