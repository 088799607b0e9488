// Reports read whole tables, and a page full of tiles asks for many at once. Only so many run at a time, so that who works
// records always finds a connection; and who waits for a statement that somebody else waits for already is given its rows.

export interface Turns {
  /** `statement` tells apart whatever gives other rows: text and values. */
  take<Row>(statement: string, run: () => Promise<Row[]>): Promise<Row[]>;
}

export function makeTurns(most: number): Turns {
  let running = 0;
  const waiting = new Map<string, { start(): void; readonly rows: Promise<unknown[]> }>();

  const start = async <Row>(run: () => Promise<Row[]>): Promise<Row[]> => {
    running++;
    try {
      return await run();
    } finally {
      running--;
      const [next] = waiting;
      if (next) {
        waiting.delete(next[0]);
        next[1].start();
      }
    }
  };

  return {
    take<Row>(statement: string, run: () => Promise<Row[]>): Promise<Row[]> {
      if (running < most) return start(run);
      // One that runs already is not joined: it may not see what was written since it began.
      const joined = waiting.get(statement);
      if (joined) return joined.rows as Promise<Row[]>;
      const { promise, resolve } = Promise.withResolvers<Row[]>();
      waiting.set(statement, { start: () => resolve(start(run)), rows: promise });
      return promise;
    },
  };
}
