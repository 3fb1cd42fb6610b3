import { EDGES, referencesOf, valuesAt } from '../edges';
import type { Cluster } from '../input/cluster';
import { FoundOnce } from '../input/found-once';
import { customList, kindKey, namespaceOf, type Placed } from '../input/placed';
import { namespaceOfTarget } from '../rule/missing';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';

const kustomization = (name: string, on: string) => ({
  apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
  kind: 'Kustomization',
  metadata: { name },
  spec: { path: './', dependsOn: [{ name: on }] },
});

/** Edges between objects of one kind: each waits for, or includes, the other. */
const BETWEEN = EDGES.filter(({ from, to, path }) => to === from && /dependsOn|includes|chain/.test(path));

/** Steps of an object that wait for each other: where they are, and what names those that are waited for. */
interface Steps {
  readonly kind: string;
  readonly lists: string;
  readonly fields: readonly string[];
  /** Names in a text, and in any text of a step. */
  readonly names?: RegExp;
  readonly inTexts?: RegExp;
}

/** `$(tasks.NAME.results.…)`, which makes a task wait. */
const TEKTON_RESULT = /\$\(tasks\.([a-z0-9-]+)\.results\.[^()]+\)/g;
/** Names in `(a.Succeeded || b) && !c`. */
const DEPENDS = /(?<![.\w-])[A-Za-z0-9_][\w-]*/g;
const STEPS: readonly Steps[] = [
  ...['Pipeline', 'PipelineRun'].map((kind) => ({
    kind: `tekton.dev/${kind}`,
    lists: kind === 'Pipeline' ? 'spec' : 'spec.pipelineSpec',
    fields: ['runAfter[]'],
    inTexts: TEKTON_RESULT,
  })),
  ...['Workflow', 'WorkflowTemplate', 'ClusterWorkflowTemplate', 'CronWorkflow'].map((kind) => ({
    kind: `argoproj.io/${kind}`,
    lists: `spec${kind === 'CronWorkflow' ? '.workflowSpec' : ''}.templates[].dag`,
    fields: ['dependencies[]', 'depends'],
    names: DEPENDS,
  })),
];

/** Objects and steps that wait for each other, or for themselves. */
export const referenceCycle: ReferenceRule = {
  id: 'reference-cycle',
  message: 'Kustomizations depend on each other: "infra" on "apps", "apps" on "infra"',
  why: 'What waits for itself, or for something that waits for it, never starts. Flux reconciles neither object, Tekton and Argo Workflows refuse the tasks, and Traefik and Contour the routes.',
  hint: 'remove one of the dependencies',
  source: 'https://fluxcd.io/flux/components/kustomize/kustomizations/#dependencies',
  refused: [kustomization('infra', 'apps'), kustomization('apps', 'infra')],
  accepted: [
    kustomization('infra', 'sources'),
    kustomization('apps', 'infra'),
    { ...kustomization('sources', ''), spec: {} },
  ],
  on: [...BETWEEN.map(({ from }) => from), ...STEPS.map(({ kind }) => kind)],
  check: (subject, cluster) => {
    return [...stepsInCycles(subject.object), ...objectsInCycle(subject, cluster)];
  },
};

/** What depends on something, with the field that says so. */
interface Dependency<T> {
  readonly on: T;
  readonly field: string;
}

/** The shortest way from a node back to it. */
function cycleFrom<T>(start: T, dependencies: (node: T) => readonly Dependency<T>[]): Dependency<T>[] | undefined {
  const cameBy = new Map<T, { readonly from: T; readonly by: Dependency<T> }>();
  const reached = [start];
  for (const from of reached) {
    for (const by of dependencies(from)) {
      if (by.on === start) return [...wayTo(from), by];
      if (cameBy.has(by.on)) continue;
      cameBy.set(by.on, { from, by });
      reached.push(by.on);
    }
  }
  return undefined;

  function wayTo(node: T): Dependency<T>[] {
    const way: Dependency<T>[] = [];
    for (let step = cameBy.get(node); step !== undefined; step = cameBy.get(step.from)) way.unshift(step.by);
    return way;
  }
}

/** A cycle is reported once, for the object that comes first. */
function objectsInCycle({ object }: Placed, cluster: Cluster): Dangling[] {
  const cycle = cycleFrom(object, (from) => dependenciesOf.in(cluster, from));
  if (cycle === undefined) return [];
  const all = cluster.all(kindKey(object.apiVersion, object.kind)).map((one) => one.object);
  if (cycle.some(({ on }) => all.indexOf(on) < all.indexOf(object))) return [];
  return [
    findingOf(
      cycle.map(({ on }) => on.metadata.name),
      cycle[0]!.field,
      `${object.kind}s`,
    ),
  ];
}

/** Dependencies of objects: each object asks for those of all that it depends on. */
const dependenciesOf = new FoundOnce((object: any, cluster): readonly Dependency<any>[] => {
  const kind = kindKey(object?.apiVersion, object?.kind);
  return BETWEEN.filter(({ from }) => from === kind)
    .flatMap((edge) => referencesOf(object, edge))
    .flatMap(({ to, namespace, name, field, edge }): Dependency<any>[] => {
      // An expression may hold before the other object is ready.
      const list = customList(valuesAt(object, edge.path.replace(/\[\]\.name$/, ''))[0]?.value);
      if (list.some((one) => one?.name === name && one.readyExpr)) return [];
      const on = cluster.find(to, namespaceOfTarget(to, namespace, namespaceOf(object)), name);
      return on === undefined || cluster.isExternal(on) ? [] : [{ on, field }];
    });
});

function findingOf(names: readonly string[], field: string, what: string): Dangling {
  const [first] = names;
  const last = names.at(-1)!;
  const links = names.map((name, index) => `${quoted(index === 0 ? last : names[index - 1]!)} on ${quoted(name)}`);
  const message =
    names.length === 1 ? `${quoted(first!)} depends on itself` : `${what} depend on each other: ${links.join(', ')}`;
  return { field, message, certainty: 'wrong' };
}

const quoted = (name: string) => JSON.stringify(name);

function stepsInCycles(object: any): Dangling[] {
  const row = STEPS.find(({ kind }) => kind === kindKey(object?.apiVersion, object?.kind));
  if (row === undefined) return [];
  return valuesAt(object, row.lists).flatMap(({ value, field }): Dangling[] => {
    const tasks = customList(value?.tasks);
    const graph = new Map(
      tasks.map((task, index) => [String(task?.name), waitedFor(task, row, `${field}.tasks[${index}]`)]),
    );
    const names = [...graph.keys()];
    const isReported = new Set<string>();
    return names.flatMap((name): Dangling[] => {
      const cycle = isReported.has(name) ? undefined : cycleFrom(name, (one) => graph.get(one) ?? []);
      for (const { on } of cycle ?? []) isReported.add(on);
      return cycle === undefined
        ? []
        : [
            findingOf(
              cycle.map(({ on }) => on),
              cycle[0]!.field,
              'tasks',
            ),
          ];
    });
  });
}

/** The names that a step waits for. */
function waitedFor(step: any, { fields, names, inTexts }: Steps, base: string): Dependency<string>[] {
  const named = fields.flatMap((path) =>
    valuesAt(step, path, base).flatMap(({ value, field }) => {
      const found = names === undefined || path.endsWith('[]') ? [String(value)] : String(value).match(names);
      return (found ?? []).map((on) => ({ on, field }));
    }),
  );
  if (inTexts === undefined) return named;
  const texts = ['params[].value', 'matrix.params[].value', 'when[].input', 'when[].values'];
  const written = texts.flatMap((path) =>
    valuesAt(step, path, base).flatMap(({ value, field }) =>
      [...JSON.stringify(value).matchAll(inTexts)].map(([, on]) => ({ on: on!, field })),
    ),
  );
  return [...named, ...written];
}
