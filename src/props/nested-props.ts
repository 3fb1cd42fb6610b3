import { nearestName, sameName } from '../values';
import { alternativesOf, propsOf } from './alternatives';
import type { ParameterShape, Shape } from './shape';
import { callNames, callShape, definitionShape } from './shapes';
import { wordsOf } from './word-forms';

type Props = Readonly<Record<string, Shape>>;

/** A prop that is not where it was written: `ingress.host`, or an option of `Rollout.rolling` for `rollout`. */
export interface NestedProp {
  readonly path: string;
  readonly shape: Shape;
  /** What makes the value of the outer prop, and `…` for its other arguments. */
  readonly factory?: { readonly prop: string; readonly call: string; readonly option: string };
}

/** Beginnings of names that are long enough to mean the name. */
const SHORTEST_BEGINNING = 4;
/** Shorter words are near to too many names. */
const SHORTEST_MISSPELLED = 8;
/** Objects in objects: `ingress.paths[].pathType`. */
const DEPTH = 2;

/** Where a prop of this name is, when the props themselves have none: the nearest to them first. @param exactly not a misspelled one */
export function nestedProp(word: string, props: Props, exactly = false): NestedProp | undefined {
  const outer = inObjects(props, '');
  const all = [outer, inFactories(props), ...deeper(outer)];
  for (const found of all) {
    const same = sameIn(word, found);
    if (same !== undefined) return same;
  }
  return exactly ? undefined : (begunIn(word, outer) ?? misspelledIn(word, outer));
}

/** The boolean of an object whose name has this word: `security` and `runAsRoot` for `root`. */
export function nestedSwitch(word: string, props: Props): { outer: string; inner: string } | undefined {
  const words = wordsOf(word).map((part) => part.toLowerCase());
  for (const [outer, shape] of Object.entries(props)) {
    for (const [inner, nested] of Object.entries(propsOf(shape))) {
      const names = wordsOf(inner).map((part) => part.toLowerCase());
      if (alternativesOf(nested).includes('boolean') && words.every((part) => names.includes(part)))
        return { outer, inner };
    }
  }
  return undefined;
}

function nameOf({ path }: NestedProp): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** The same name, also with the unit that Kubernetes appends: `minReadySeconds` for `minReady`. */
function sameIn(word: string, nested: readonly NestedProp[]): NestedProp | undefined {
  const names = nested.map(nameOf);
  const same = sameName(word, names) ?? sameName(word.replace(/Seconds$/, ''), names);
  return nested.find((one) => nameOf(one) === same);
}

function begunIn(word: string, nested: readonly NestedProp[]): NestedProp | undefined {
  if (word.length < SHORTEST_BEGINNING) return undefined;
  return nested.find((one) => nameOf(one).toLowerCase().startsWith(word.toLowerCase()));
}

function misspelledIn(word: string, nested: readonly NestedProp[]): NestedProp | undefined {
  if (word.length < SHORTEST_MISSPELLED) return undefined;
  const near = nearestName(word, nested.map(nameOf));
  return nested.find((one) => nameOf(one) === near);
}

/** Props of the objects and of the entries of arrays that the props hold. */
function inObjects(props: Props, prefix: string): NestedProp[] {
  return Object.entries(props).flatMap(([name, shape]) => {
    const within = (path: string, of: Shape) =>
      Object.entries(propsOf(of)).map(([prop, nested]) => ({ path: `${prefix}${path}.${prop}`, shape: nested }));
    return [...within(name, shape), ...entriesOf(shape).flatMap((entry) => within(`${name}[]`, entry))];
  });
}

function deeper(outer: readonly NestedProp[]): NestedProp[][] {
  const levels: NestedProp[][] = [];
  for (let level = outer; levels.length < DEPTH - 1; ) {
    level = level.flatMap(({ path, shape }) => inObjects({ [nameOf({ path, shape })]: shape }, parentOf(path)));
    levels.push(level as NestedProp[]);
  }
  return levels;
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('.') + 1);
}

/** Options of the factories of the classes that the props hold; of the factory with the most options first. */
function inFactories(props: Props): NestedProp[] {
  return Object.entries(props).flatMap(([prop, shape]) =>
    classesOf(shape)
      .flatMap(factoriesOf)
      .sort((a, b) => Object.keys(b.options).length - Object.keys(a.options).length)
      .flatMap(({ call, others, options }) =>
        Object.entries(options).map(([option, nested]) => ({
          path: `${prop}.${option}`,
          shape: nested,
          factory: { prop, call: `${call}(${'…, '.repeat(others)}`, option },
        })),
      ),
  );
}

function classesOf(shape: Shape): readonly string[] {
  return alternativesOf(shape).flatMap((alternative) =>
    typeof alternative === 'object' && 'ref' in alternative && 'instanceOf' in definitionShape(alternative.ref)!
      ? [alternative.ref]
      : [],
  );
}

function factoriesOf(name: string): { call: string; others: number; options: Props }[] {
  const calls = callNames().filter((call) => call.startsWith(`${name}.`));
  return calls.flatMap((call) => {
    const parameters = callShape(call)!;
    const options: ParameterShape | undefined = parameters.find((parameter) => parameter.name === '');
    if (options === undefined) return [];
    return [{ call, others: parameters.length - 1, options: propsOf(options.shape) }];
  });
}

function entriesOf(shape: Shape): readonly Shape[] {
  return alternativesOf(shape).flatMap((alternative) =>
    typeof alternative === 'object' && 'list' in alternative ? [alternative.list] : [],
  );
}
