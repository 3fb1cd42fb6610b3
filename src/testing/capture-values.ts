import { isAsymmetric, isMap, Matcher } from './matcher';

/**
 * Hands each matcher of a pattern the value that it stands for, in an object that matches. Only now captures keep their
 * values: while objects are compared, a capture also sees those of objects that do not match.
 */
export function captureValues(pattern: unknown, actual: unknown): void {
  if (pattern instanceof Matcher) {
    pattern.capture(actual);
  } else if (Array.isArray(pattern)) {
    const items = Array.isArray(actual) ? actual : [];
    pattern.forEach((item, index) => {
      captureValues(item, items[index]);
    });
  } else if (isMap(pattern) && !isAsymmetric(pattern)) {
    for (const key of Object.keys(pattern)) {
      captureValues(pattern[key], isMap(actual) && Object.hasOwn(actual, key) ? actual[key] : undefined);
    }
  }
}
