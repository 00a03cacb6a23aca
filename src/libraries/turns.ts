/** Runs work one after the other for each name, and work for different names side by side. */
export type Turns = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** Turns of which none has been taken. Work that fails doesn't keep the next from its turn. */
export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const before = last.get(name) ?? Promise.resolve();
    const own = before.then(work, work);
    const settled = own.then(
      () => {},
      () => {},
    );
    last.set(name, settled);
    void settled.then(() => {
      if (last.get(name) === settled) last.delete(name);
    });
    return own;
  };
}
