import { isUserFile } from './call-site';

/** Deep enough for patterns that consist of patterns. */
const FRAMES = 50;

/**
 * Reduces the stack of a new error to the lines of user code, for errors whose message makes the lines of the
 * library redundant.
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
