import type { WriteStream } from 'node:tty';

/** Time without output after which a person begins to wonder, in milliseconds. */
const PATIENCE = 1000;
const INTERVAL = 100;

/** Shows how far a long run is, on a terminal only, on a line that is wiped at the end. */
export function progressOn(stream: WriteStream) {
  const started = Date.now();
  let shown = 0;
  return {
    report: (done: number, total: number) => {
      const now = Date.now();
      if (stream.isTTY && now - started > PATIENCE && now - shown > INTERVAL) {
        shown = now;
        stream.write(`\r\u001b[Kchecked ${done} of ${total} objects`);
      }
    },
    end: () => {
      if (shown > 0) {
        stream.write('\r\u001b[K');
      }
    },
  };
}
