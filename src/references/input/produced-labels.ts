import { selectorMatches } from '../../values';
import { customList } from './placed';
import type { Produced } from './produced-objects';

/** Whether a selector may select pods of which a controller sets some labels that are known, and others that are not. */
export function maySelectProduced(selector: any, { labels = {} }: Produced): boolean {
  const labeled = Object.entries<string>(selector?.matchLabels ?? {});
  const expressions = customList(selector?.matchExpressions).map(Object);
  // The labels of unknown operators and of charts are unknown; a value with the name of their object in it is one of them.
  const name = labels[''];
  if (name !== undefined) {
    const listed = expressions.flatMap(({ operator, values }) => (operator === 'In' ? customList(values) : []));
    return [...labeled.map(([, value]) => value), ...listed].some((value) => isPart(name, String(value)));
  }
  const matchLabels = Object.fromEntries(labeled.filter(([key]) => labels[key] !== undefined));
  const matchExpressions = expressions.filter(({ key }) => labels[key] !== undefined);
  const isKnown = Object.keys(matchLabels).length + matchExpressions.length > 0;
  return isKnown && selectorMatches({ matchLabels, matchExpressions }, labels);
}

/** Whether a name is a part of a text: `longhorn` of `longhorn-manager`. */
function isPart(name: string, text: string): boolean {
  const [part, whole] = [name, text].map((one) => `-${one.replaceAll('.', '-')}-`);
  return whole!.includes(part!);
}
