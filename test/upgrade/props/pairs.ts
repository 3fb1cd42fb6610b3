import { App, Chart } from 'cdk8s';
import { withoutEmptyFields } from '../../../src/manifest/empty-fields';
import { type Subject, subjectOf } from './constructs';
import type { ExampleValue } from './example-values';
import { OTHER_PROPS } from './other-props';
import { valuesOf } from './variants';

type Manifest = Record<string, any>;

/** One prop of a construct before and after a change, and the objects that both have. */
export interface PropChange {
  /** `MySql.rollout` */
  readonly prop: string;
  readonly before: readonly Manifest[];
  readonly after: readonly Manifest[];
}

/** All changes of one prop, and how many of its values the construct accepts. */
export interface PropChanges {
  readonly prop: string;
  readonly accepted: number;
  readonly changes: readonly PropChange[];
  /** What the construct says of the values that it does not accept. */
  readonly refusals: readonly string[];
}

/** Mixins change pods, which a Deployment replaces whatever the value is: some values of each prop suffice. */
const SOME = 3;

/** Each prop of a construct added, removed, and changed from each of its example values to the next one. */
export function changesOf(name: string): PropChanges[] {
  const subject = subjectOf(name);
  return Object.entries(subject.shape.props).map(([prop, shape]) => {
    const id = `${name}.${prop}`;
    const all = valuesOf(subject.type, prop, shape);
    const values: readonly (ExampleValue | undefined)[] = [undefined, ...(subject.isMixin ? all.slice(0, SOME) : all)];
    const refusals: string[] = [];
    const variants = values.flatMap((value) => {
      try {
        return [manifestsOf(subject, prop, value)];
      } catch (error) {
        if (value !== undefined) refusals.push((error as Error).message);
        return [];
      }
    });
    const distinct = [...new Map(variants.map((manifests) => [JSON.stringify(manifests), manifests])).values()];
    const steps = distinct.flatMap((manifests, index): (readonly [Manifest[], Manifest[]])[] => {
      const [first, previous] = [distinct[0]!, distinct[index - 1]!];
      if (index === 0) return [];
      return [[first, manifests], [manifests, first], ...(index === 1 ? [] : [[previous, manifests] as const])];
    });
    return {
      prop: id,
      accepted: variants.length - 1,
      changes: steps.map(([before, after]) => ({ prop: id, before, after })),
      refusals,
    };
  });
}

function manifestsOf(subject: Subject, prop: string, value: ExampleValue | undefined): Manifest[] {
  const chart = new Chart(new App(), 'chart', { namespace: 'shop' });
  const { [prop]: own, ...base } = {
    ...subject.base(chart),
    ...OTHER_PROPS[`${subject.name}.${prop}`]?.(chart),
  } as Record<string, unknown>;
  const isRequired = subject.shape.required?.includes(prop) ?? false;
  const given = value === undefined ? (isRequired ? { [prop]: own } : {}) : { [prop]: value(chart) };
  subject.create(chart, { ...base, ...given });
  // As it is written: without null and empty fields.
  return chart.toJson().map((object) => JSON.parse(JSON.stringify(withoutEmptyFields(object))));
}

/** A change of one object by a change of a prop. */
export interface ObjectChange {
  readonly prop: string;
  readonly before: Manifest;
  readonly after: Manifest;
}

/** Changes of single objects, each once. */
export function objectChanges(changes: readonly PropChange[]): ObjectChange[] {
  const found = new Map<string, ObjectChange>();
  for (const { prop, before, after } of changes) {
    for (const object of before) {
      const now = after.find(
        ({ kind, apiVersion, metadata }) =>
          kind === object.kind &&
          apiVersion === object.apiVersion &&
          metadata.name === object.metadata.name &&
          metadata.namespace === object.metadata.namespace,
      );
      if (now === undefined) continue;
      const texts = [object, now].map((one) => JSON.stringify(one));
      if (texts[0] !== texts[1]) found.set(texts.join(), { prop, before: object, after: now });
    }
  }
  return [...found.values()];
}
