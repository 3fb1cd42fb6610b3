import { inspect } from 'node:util';

/** Errors whose message is complete; stored on the process, so that two copies of this package share it. */
const RECORD = Symbol.for('cdk8s-patterns.uncaught');

type Host = NodeJS.Process & { [RECORD]?: WeakSet<object> };

/**
 * If this error is uncaught, prints only its stack on stderr: not the line of library code that threw it,
 * and not the version of Node.js. The exit code is 1 as usual, and other listeners for uncaught errors take precedence. Other errors
 * of a program that had such an error are printed as Node.js prints them, without the line.
 */
export function printPlainlyWhenUncaught(error: Error): void {
  const host = process as Host;
  let errors = host[RECORD];
  if (errors === undefined) {
    errors = new WeakSet();
    Object.defineProperty(host, RECORD, { value: errors });
    // Not before the first such error: other programs keep the default behavior of Node.js.
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
  const isOwn = typeof error === 'object' && error !== null && (process as Host)[RECORD]?.has(error) === true;
  // Throwing another error again would print the line of this file, which is a page long in a bundle.
  process.stderr.write(`${isOwn ? (error as Error).stack : `Uncaught ${inspect(error)}`}\n`);
  process.exit(1);
}
