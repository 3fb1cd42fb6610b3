import { App, Chart } from 'cdk8s';
import { PropsError } from '../../src';
import { alternativesOf } from '../../src/props/alternatives';
import type { PropsIssue } from '../../src/props/props-error';
import type { Shape } from '../../src/props/shape';
import { definitionShape } from '../../src/props/shapes';
import { type Subject, subjectOf } from '../upgrade/props/constructs';
import { OTHER_PROPS } from '../upgrade/props/other-props';
import { valuesOf } from '../upgrade/props/variants';

/** An invalid value of a prop. */
export interface Mistake {
  /** The prop of the construct. */
  readonly prop: string;
  /** Path from the props of the construct to what is invalid. */
  readonly path: string;
  readonly value: (chart: Chart) => unknown;
}

/** Values that few props accept; each prop meets those that it refuses. */
const BAD: readonly unknown[] = ['Bad Value!', -0.5, true, ['Bad Value!'], { 'bad key!': 'Bad Value!' }, '', 1e12];
const UNKNOWN_KEY = 'zzUnknown';
const DEPTH = 3;

/** Unknown keys in each object that a prop can hold. */
export function unknownKeysIn(name: string): Mistake[] {
  const subject = subjectOf(name);
  return Object.entries(subject.shape.props).flatMap(([prop, shape]) =>
    objectsIn(subject.type, prop, shape, prop, DEPTH)
      .filter(({ isOpen }) => !isOpen)
      .map(({ path, value }) => ({
        prop,
        path: `${path}.${UNKNOWN_KEY}`,
        value: (chart: Chart) => value(chart, (object) => ({ ...object, [UNKNOWN_KEY]: 1 })),
      })),
  );
}

/** Invalid values of each prop, and of the props of the objects in it. */
export function badValuesIn(name: string): Mistake[] {
  const subject = subjectOf(name);
  return Object.entries(subject.shape.props).flatMap(([prop, shape]) => [
    ...BAD.map((value) => ({ prop, path: prop, value: () => value })),
    ...objectsIn(subject.type, prop, shape, prop, DEPTH).flatMap(({ path, value, keys }) =>
      keys.flatMap((key) =>
        BAD.map((bad) => ({
          prop,
          path: `${path}.${key}`,
          value: (chart: Chart) => value(chart, (object) => ({ ...object, [key]: bad })),
        })),
      ),
    ),
  ]);
}

type Change = (object: object) => object;
interface ObjectIn {
  readonly path: string;
  readonly keys: readonly string[];
  /** It has further keys of the user, such as options of an output. */
  readonly isOpen: boolean;
  /** A valid value of the outermost prop, with a change in this object. */
  readonly value: (chart: Chart, change: Change) => unknown;
}

function objectsIn(owner: string, prop: string, shape: Shape, path: string, depth: number): ObjectIn[] {
  if (depth === 0) return [];
  return alternativesOf(shape).flatMap((kind): ObjectIn[] => {
    if (typeof kind === 'string') return [];
    if ('list' in kind) {
      return objectsIn(owner, prop, kind.list, `${path}[0]`, depth - 1).map((inner) => ({
        ...inner,
        value: (chart, change) => [inner.value(chart, change)],
      }));
    }
    if ('map' in kind) {
      return objectsIn(owner, prop, kind.map, `${path}.first`, depth - 1).map((inner) => ({
        ...inner,
        value: (chart, change) => ({ first: inner.value(chart, change) }),
      }));
    }
    if (!('ref' in kind)) return [];
    const definition = definitionShape(kind.ref);
    if (definition === undefined || !('props' in definition)) return [];
    const { props, required = [], rest } = definition;
    const needed = (chart: Chart) =>
      Object.fromEntries(required.map((key) => [key, valuesOf(kind.ref, key, props[key]!, 0)[0]?.(chart)]));
    return [
      { path, keys: Object.keys(props), isOpen: rest !== undefined, value: (chart, change) => change(needed(chart)) },
      ...Object.entries(props).flatMap(([key, inner]) =>
        objectsIn(kind.ref, key, inner, `${path}.${key}`, depth - 1).map((deep) => ({
          ...deep,
          value: (chart: Chart, change: Change) => ({ ...needed(chart), [key]: deep.value(chart, change) }),
        })),
      ),
    ];
  });
}

/** What the construct reports of these mistakes, or undefined for another error. */
export function issuesOf(
  subject: Subject,
  mistakes: readonly Mistake[],
  valid: readonly string[] = [],
): readonly PropsIssue[] | undefined {
  const chart = new Chart(new App(), 'chart', { namespace: 'shop' });
  const others = valid.map((prop) => [prop, valuesOf(subject.type, prop, subject.shape.props[prop]!)[0]?.(chart)]);
  const props = {
    ...subject.base(chart),
    ...OTHER_PROPS[`${subject.name}.${mistakes[0]?.prop}`]?.(chart),
    ...Object.fromEntries(others),
    ...Object.fromEntries(mistakes.map(({ prop, value }) => [prop, value(chart)])),
  };
  try {
    subject.create(chart, props);
    return [];
  } catch (error) {
    return error instanceof PropsError ? error.issues : undefined;
  }
}

/** Whether an issue is about a path, something in it or, for what an object lacks, something around it. */
export function isAbout({ prop }: PropsIssue, path: string): boolean {
  return prop === path || (prop.startsWith(path) && /^[.[]/.test(prop.slice(path.length)));
}
