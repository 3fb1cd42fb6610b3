import { didYouMean } from '../../values';
import { customList } from '../input/placed';
import type { Dangling } from '../rule/reference-rule';
import { textsIn } from './expressions';

/** `{{ name }}` and `{{ a.b }}`, of which the first word is a key of an element. */
const PLAIN = /\{\{\s*([A-Za-z_][\w-]*)(?:\.[\w.-]+)?\s*\}\}/g;
/** An action of a template of Go that begins with a field, and so has no condition or default for it. */
const FIELD = /\{\{-?\s*\.([A-Za-z_]\w*)/g;
const SCOPES = /\{\{-?\s*(?:range|with|define|block|template|if)\b/;

/**
 * Parameters of a template that no element of its lists has: an error with `missingkey=error`, else `<no value>`, or the expression as it is.
 * What other generators find is not known.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/GoTemplate/
 * @see https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators-List/
 */
export function unknownInGenerators(object: any): Dangling[] {
  const { generators, template, goTemplate, goTemplateOptions } = Object(object.spec);
  const sets = customList(generators).map(keysOf);
  if (sets.length === 0 || sets.includes(undefined)) return [];
  const isStrict = goTemplate === true && customList(goTemplateOptions).includes('missingkey=error');
  const known = [...new Set(sets.flatMap((keys) => keys ?? []))];
  return textsIn(template, 'spec.template').flatMap(([text, field]): Dangling[] => {
    if (goTemplate === true && SCOPES.test(text)) return [];
    const used = [...text.matchAll(goTemplate === true ? FIELD : PLAIN)].map(([, name]) => name!);
    const unknown = used.find((name) => sets.some((keys) => keys?.includes(name) === false));
    if (unknown === undefined) return [];
    const message = known.includes(unknown)
      ? `not every element of the generators has ${JSON.stringify(unknown)}`
      : `no element of the generators has ${JSON.stringify(unknown)}`;
    const hint = didYouMean(unknown, known) ?? `the elements have ${known.join(', ') || 'no keys'}`;
    return [{ field, message, hint, certainty: isStrict ? 'wrong' : 'likely' }];
  });
}

/** Keys that all elements of a generator have; undefined when they are not in the object. */
function keysOf(generator: any): readonly string[] | undefined {
  const { list, matrix, merge, selector } = Object(generator);
  if (selector !== undefined || merge !== undefined) return undefined;
  if (matrix !== undefined) {
    const children = customList(matrix?.generators).map(keysOf);
    return children.includes(undefined) ? undefined : children.flatMap((keys) => keys ?? []);
  }
  const elements = customList(list?.elements);
  const isOpen = list?.elementsYaml !== undefined || list?.template !== undefined;
  if (elements.length === 0 || isOpen) return undefined;
  const [first = [], ...others] = elements.map((element) => Object.keys(Object(element)));
  return first.filter((key) => others.every((keys) => keys.includes(key)));
}
