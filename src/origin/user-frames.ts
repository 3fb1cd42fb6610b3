import { isUserFile } from './call-site';

/** Deep enough to leave a pattern made of patterns. */
const FRAMES = 50;

/**
 * Shortens the stack of a new error to the lines of the user's own program, for errors whose message says all that the
 * library's lines could.
 */
export function keepUserFrames(error: Error): void {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = FRAMES;
  Error.captureStackTrace(error);
  const stack = error.stack ?? '';
  Error.stackTraceLimit = stackTraceLimit;
  const firstFrame = stack.search(/^ {4}at /m);
  if (firstFrame >= 0) {
    const frames = stack.slice(firstFrame).split('\n');
    const kept = frames.filter((frame) => isUserFile(/\(?([^\s()]+):\d+:\d+\)?$/.exec(frame)?.[1] ?? ''));
    error.stack = [`${error.name}: ${error.message}`, ...kept].join('\n');
  }
}
