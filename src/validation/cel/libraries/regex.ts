import { RE2JS } from 're2js';
import { methodOf } from '../check/declarations';
import { EvaluationError } from '../values/errors';
import { ListValue } from '../values/values';
import type { Library } from './library';

const compiled = new Map<string, RE2JS>();

/**
 * Compiles a regular expression of RE2.
 *
 * @throws {@link EvaluationError} when it is none
 */
export function regularExpression(pattern: string): RE2JS {
  let expression = compiled.get(pattern);
  if (expression === undefined) {
    try {
      expression = RE2JS.compile(pattern);
    } catch (error) {
      throw new EvaluationError((error as Error).message);
    }
    compiled.set(pattern, expression);
  }
  return expression;
}

/** Whether the pattern is found anywhere in the text. */
export function matches(text: string, pattern: string): boolean {
  return regularExpression(pattern).matcher(text).find();
}

function findAll(text: string, pattern: string, limit: number): string[] {
  const matcher = regularExpression(pattern).matcher(text);
  const found: string[] = [];
  while ((limit < 0 || found.length < limit) && matcher.find()) found.push(matcher.group() ?? '');
  return found;
}

/** `k8s.io/apiserver/pkg/cel/library`: Regex. */
export const regex: Library = {
  introduced: 0,
  functions: [
    methodOf(
      'string_find_string',
      'find(string, string): string',
      (text, pattern) => findAll(text, pattern, 1)[0] ?? '',
    ),
    methodOf(
      'string_find_all_string',
      'findAll(string, string): list<string>',
      (text, pattern) => new ListValue(findAll(text, pattern, -1)),
    ),
    methodOf(
      'string_find_all_string_int',
      'findAll(string, string, int): list<string>',
      (text, pattern, limit: bigint) => new ListValue(findAll(text, pattern, Number(limit))),
    ),
  ],
};
