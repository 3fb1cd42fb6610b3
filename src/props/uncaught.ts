/** Errors that already say all there is to say; kept on the process, so that two copies of this package share it. */
const RECORD = Symbol.for('cdk8s-patterns.uncaught');

type Host = NodeJS.Process & { [RECORD]?: WeakSet<object> };

/**
 * When nobody catches this error, has its stack printed on stderr and nothing else: no line of library code that threw it,
 * no version of Node. The exit code is 1 as ever, and whoever listens to uncaught errors goes first.
 */
export function printPlainlyWhenUncaught(error: Error): void {
  const host = process as Host;
  let errors = host[RECORD];
  if (errors === undefined) {
    errors = new WeakSet();
    Object.defineProperty(host, RECORD, { value: errors });
    // Not before the first such error: a program that has none keeps Node's own handling.
    process.on('uncaughtException', onUncaught);
  }
  errors.add(error);
}

/** Node's `domain` module, which ts-node loads, adds a listener of its own as soon as there is another. It handles nothing. */
const DOMAIN_LISTENER = 'domainUncaughtExceptionClear';

function onUncaught(error: unknown): void {
  const others = process
    .listeners('uncaughtException')
    .filter((listener) => listener !== onUncaught && listener.name !== DOMAIN_LISTENER);
  if (others.length > 0) {
    return;
  }
  if (typeof error === 'object' && error !== null && (process as Host)[RECORD]?.has(error)) {
    process.stderr.write(`${(error as Error).stack}\n`);
    process.exit(1);
  }
  // Somebody else's: as if nobody had listened.
  process.removeListener('uncaughtException', onUncaught);
  setImmediate(() => {
    throw error;
  });
}
