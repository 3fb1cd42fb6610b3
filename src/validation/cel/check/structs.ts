import type { StructExpression } from '../syntax/ast';
import { ERROR, insideOptional, structOf, type Type, typeText } from '../types/type';
import { Undecidable } from '../values/errors';
import type { Checker } from './checker';
import type { Environment } from './environment';
import { isOtherProtobufType, protobufType } from './protobuf';

/**
 * The type of an object that is written out, such as `JSONPatch{op: 'add'}`.
 *
 * @throws {@link Undecidable} for the types of protocol buffers that are not known here
 */
export function structType(expression: StructExpression, checker: Checker, environment: Environment): Type {
  const name = expression.name.replace(/^\./, '');
  if (isOtherProtobufType(name)) throw new Undecidable('objects of the types of google.protobuf');
  const protobuf = protobufType(name);
  const isStruct = environment.fieldsOf(name) !== undefined;
  const isKnown = protobuf !== undefined || isStruct;
  if (!isKnown) {
    checker.report(expression.offset, `undeclared reference to '${name}' (in container '')`);
    // The server does not look at the fields of an unknown type.
    if (environment.declarationOf(name) === undefined) return ERROR;
  }
  for (const { name: field, value, isOptional, offset } of expression.fields) {
    const type = checker.entryType(value, isOptional);
    let expected: Type = ERROR;
    if (protobuf !== undefined) expected = protobuf.fields[field] ?? checker.unknownField(field, offset);
    else if (isStruct) expected = checker.structField(name, field, offset);
    if (!checker.isAssignable(expected, type)) {
      const shown = isOptional ? (insideOptional(type) ?? type) : type;
      checker.report(
        offset,
        `expected type of field '${field}' is '${typeText(expected)}' but provided type is '${typeText(shown)}'`,
      );
    }
  }
  return protobuf?.type ?? (isStruct ? structOf(name) : ERROR);
}
