import { requireArguments } from '../values';
import { withoutEmptyFields } from './empty-fields';
import { sortFields } from './field-order';
import { stringifyScalar } from './scalar';
import { stringifyTextBlock } from './text-block';

/**
 * Writes objects as YAML: UTF-8, LF, each document starts with `---`, fields in conventional order, no
 * anchors, no trailing spaces, and nothing that YAML 1.1 and 1.2 parsers read differently. The same
 * objects always give the same bytes.
 *
 * Null fields are omitted, and empty ones where they have no meaning to the server; `emptyDir: {}` and similar are kept.
 *
 * @throws TypeError when a value has no JSON form (a function, NaN, a class instance).
 * @example
 * stringifyManifests([{ kind: 'Namespace', apiVersion: 'v1', metadata: { name: 'shop' } }]);
 * // ---
 * // apiVersion: v1
 * // kind: Namespace
 * // metadata:
 * //   name: shop
 */
export function stringifyManifests(objects: Iterable<unknown>): string {
  requireArguments('stringifyManifests', { objects: [objects, 'an array or another iterable of objects'] });
  // Written directly: the stringifier of `yaml` builds a node per value and takes nine times as long.
  // Property tests verify that the results parse alike.
  const documents: string[] = [];
  for (const object of objects) {
    documents.push('---\n', stringifyDocument(object));
  }
  return documents.join('');
}

function stringifyDocument(object: unknown): string {
  if (typeof object !== 'object' || object === null || Array.isArray(object)) {
    throw new TypeError(
      `stringifyManifests: objects: a manifest must be an object, got ${object === null ? 'null' : typeof object}`,
    );
  }
  const cleaned = withoutEmptyFields(object) as Fields;
  if (Object.keys(cleaned).length === 0) {
    return '{}\n';
  }
  const out: string[] = [];
  writeFields(cleaned, '', '', '', out);
  return out.join('');
}

type Fields = Record<string, unknown>;

/** Longest key that parsers accept without `? `. */
const LONGEST_KEY = 1000;

/** @param lead prefix of the first key: the indentation, or `- ` in a list */
function writeFields(fields: Fields, pad: string, lead: string, field: string, out: string[]): void {
  let before = lead;
  for (const key of sortFields(Object.keys(fields), field)) {
    const written = stringifyScalar(key);
    out.push(before, written.length > LONGEST_KEY ? `? ${written}\n${pad}` : written, ':');
    writeValue(fields[key], pad, key, out);
    before = pad;
  }
}

function writeItems(items: readonly unknown[], pad: string, lead: string, field: string, out: string[]): void {
  let before = lead;
  const inner = `${pad}  `;
  for (const item of items) {
    if (isFilledObject(item)) {
      writeFields(item, inner, `${before}- `, field, out);
    } else if (Array.isArray(item) && item.length > 0) {
      writeItems(item, inner, `${before}- `, field, out);
    } else {
      out.push(before, '-');
      writeValue(item, pad, field, out);
    }
    before = pad;
  }
}

/** Writes what follows a `:` or a `-`, including the line break. */
function writeValue(value: unknown, pad: string, field: string, out: string[]): void {
  if (typeof value === 'string') {
    out.push(value.includes('\n') ? stringifyTextBlock(value, `${pad}  `) : ` ${stringifyScalar(value)}\n`);
  } else if (typeof value === 'object' && value !== null) {
    const inner = `${pad}  `;
    if (Array.isArray(value)) {
      if (value.length === 0) {
        out.push(' []\n');
      } else {
        out.push('\n');
        writeItems(value, inner, inner, field, out);
      }
    } else if (isFilledObject(value)) {
      out.push('\n');
      writeFields(value, inner, inner, field, out);
    } else {
      out.push(' {}\n');
    }
  } else {
    out.push(' ', stringifyAtom(value, field), '\n');
  }
}

function isFilledObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;
}

function stringifyAtom(value: unknown, field: string): string {
  switch (typeof value) {
    case 'boolean':
    case 'bigint':
      return `${value}`;
    case 'number':
      if (Number.isFinite(value)) {
        return stringifyNumber(value);
      }
      break;
    case 'object':
      return 'null';
    case 'undefined':
      return 'null';
  }
  throw new TypeError(
    `${field}: ${typeof value === 'number' ? value : `a ${typeof value}`} cannot be written to a manifest`,
  );
}

function stringifyNumber(value: number): string {
  // YAML 1.1 reads 1e+21 as a string: its floats have a decimal point.
  const text = String(value === 0 ? 0 : value);
  return text.includes('e') && !text.includes('.') ? text.replace('e', '.0e') : text;
}
