import { groupOf } from '../../facts';
import { fieldValue } from '../../values';
import type { Edge } from './edge';

/** A value with its field and the object around it. */
export interface Found {
  readonly value: any;
  readonly field: string;
  readonly parent: any;
  /** Field of the object around it. */
  readonly parentField: string;
}

/** A reference of an object, as one of its edges finds it. */
export interface Reference {
  readonly edge: Edge;
  readonly field: string;
  readonly name: string;
  /** Group and kind of the target. */
  readonly to: string;
  /** Namespace of the target, where a field has it. */
  readonly namespace?: string;
  readonly optional: boolean;
  readonly parts: readonly { readonly value: string | number; readonly field: string }[];
}

/** The values of a field, with `[]` for each item, of lists in a list too. */
export function valuesAt(root: any, path: string, base = ''): Found[] {
  const found: Found[] = [];
  const steps = stepsOf(path);
  if (root?.[steps[0]!.key] === undefined) return found;
  collect(found, { value: root, field: base, parent: undefined, parentField: base }, steps, 0);
  return found;
}

/** Most fields are not written: nothing is made before one is found. */
function collect(found: Found[], from: Found, steps: readonly Step[], index: number): void {
  const step = steps[index];
  if (step === undefined) {
    found.push(from);
    return;
  }
  const { value, field } = from;
  const inside = value?.[step.key];
  if (inside === undefined || inside === null || typeof value !== 'object') return;
  const at = field === '' || step.shown.startsWith('[') ? `${field}${step.shown}` : `${field}.${step.shown}`;
  if (!step.isEach) {
    collect(found, { value: inside, field: at, parent: value, parentField: field }, steps, index + 1);
  } else if (Array.isArray(inside)) {
    collectItems(found, inside, at, steps, index + 1);
  }
}

/** The items of a list, and of lists in it, as the steps of a Workflow are. */
function collectItems(found: Found[], list: readonly unknown[], at: string, steps: readonly Step[], index: number) {
  for (const [position, item] of list.entries()) {
    const field = `${at}[${position}]`;
    if (Array.isArray(item)) collectItems(found, item, field, steps, index);
    else collect(found, { value: item, field, parent: item, parentField: field }, steps, index);
  }
}

/** The references of an object, or of the spec of a pod, by one edge. */
export function referencesOf(root: any, edge: Edge, base = ''): Reference[] {
  const found = valuesAt(root, edge.path, base);
  // Most edges find nothing.
  if (found.length === 0) return [];
  return found.flatMap(({ value, field, parent, parentField }): Reference[] => {
    if (edge.namespace === '-')
      return listed(String(value)).map((name) => ({ ...none, edge, field, name, to: edge.to as string }));
    if (edge.namespace === ',' && typeof value === 'string') return listedBy(value, field, root, parent, edge);
    // `${pvc.name}` and `{{project}}` are names that a controller knows.
    if (typeof value !== 'string' || value === '' || value.includes('${') || value.includes('{{')) return [];
    if (edge.isIgnored?.(root, parent, value)) return [];
    const slash = edge.namespace === '/' ? value.indexOf('/') : -1;
    const dot = edge.namespace === '.' ? value.replace('.cluster.local', '').indexOf('.') : -1;
    const ofField = edge.namespace === undefined ? undefined : parent?.[edge.namespace];
    const namespace = slash >= 0 ? value.slice(0, slash) : dot >= 0 ? value.slice(dot + 1).split('.')[0] : ofField;
    const fields = (edge.part?.fields ?? []).map((path) =>
      path.startsWith('spec.') ? valuesAt(root, path, base) : valuesAt(parent, path, parentField),
    );
    const named = fields.find((values) => values.length > 0) ?? [];
    const parts = named.map(({ value: part, field: at }) => ({ value: part, field: at }));
    const { otherwise, of } = edge.part ?? {};
    // A port that is not written is missing from the object with the name.
    const unset = of === 'servicePort' && edge.path.endsWith('.name') ? parentField : field;
    return [
      {
        edge,
        field,
        name: dot >= 0 ? value.slice(0, dot) : value.slice(slash + 1),
        to: targetKind(edge.to, parent),
        ...(typeof namespace === 'string' && namespace !== '' && { namespace }),
        optional: edge.optional !== undefined && parent?.[edge.optional] === true,
        parts: parts.length > 0 ? parts : [otherwise ?? []].flat().map((value) => ({ value, field: unset })),
      },
    ];
  });
}

/** The field beside the name in which an object has the namespace of the target; undefined when none is written. */
export function namespaceField({ edge, field, namespace }: Reference, object: unknown): string | undefined {
  const name = edge.namespace ?? 'namespace';
  const at = field.replace(/[^.]*$/, name);
  return /^[a-z]/i.test(name) && namespace !== undefined && fieldValue(object, at) === namespace ? at : undefined;
}

/** The fields beside the name that have the namespace and the group of the target. */
export function fieldsBeside({ edge: { namespace = 'namespace', to }, field }: Reference): string[] {
  const group = typeof to === 'string' ? undefined : to.group;
  return [namespace, group].flatMap((one) => (/^[a-z]/i.test(one ?? '') ? field.replace(/[^.]*$/, one!) : []));
}

const none = { optional: false, parts: [] };

/** The names of an annotation: `a, other/b@eth1`, `other:c`, or JSON with them. */
function listedBy(value: string, field: string, root: any, parent: any, edge: Edge): Reference[] {
  const names = /^\s*[[{]/.test(value) ? namesInJson(value) : value.split(',');
  return names.flatMap((entry): Reference[] => {
    const [first = '', second] = entry.trim().split('@')[0]!.split(/[:/]/);
    const name = second ?? first;
    if (name === '' || /[{$]/.test(entry) || edge.isIgnored?.(root, parent, entry.trim()) === true) return [];
    return [{ ...none, edge, field, name, to: edge.to as string, ...(second !== undefined && { namespace: first }) }];
  });
}

function namesInJson(text: string): string[] {
  try {
    return namesIn(JSON.parse(text));
  } catch {
    return [];
  }
}

/** `{default: a, ports: {http: b}}` and `[{name: a, namespace: b}]`. */
function namesIn(value: any): string[] {
  if (typeof value === 'string') return [value];
  const { namespace, name } = Object(value);
  if (typeof name === 'string') return [namespace === undefined ? name : `${namespace}/${name}`];
  return Object.values(Object(value)).flatMap(namesIn);
}

/** Entries of a list of Traefik that are about objects. */
function listed(value: string): string[] {
  const entries = value.split(',').map((entry) => entry.trim());
  return entries.filter((entry) => entry.endsWith('@kubernetescrd'));
}

function targetKind(to: Edge['to'], parent: any): string {
  // Templates of Argo, which a field beside the name looks for in the cluster.
  if (typeof to === 'string') return parent?.clusterScope === true ? to.replace('/', '/Cluster') : to;
  const [group = '', kind = ''] = to.otherwise.split('/');
  const given = to.group === undefined ? undefined : parent?.[to.group];
  const ofKind = parent?.[to.kind];
  // A kind without a group is of the core group, except where only the kind of the same group is chosen.
  const ofOthers = ofKind === undefined || ofKind === kind ? group : (to.others ?? group);
  const groupOfTarget =
    typeof given !== 'string' ? ofOthers : to.group === 'apiVersion' ? groupOf(given) : given === 'core' ? '' : given;
  return `${groupOfTarget}/${typeof ofKind === 'string' && ofKind !== '' ? ofKind : kind}`;
}

/** A path as findings show it: `metadata.labels[strimzi.io/cluster]`. */
export function shownPath(path: string): string {
  return stepsOf(path).reduce(
    (shown, step) => `${shown}${step.shown.startsWith('[') || shown === '' ? '' : '.'}${step.shown}`,
    '',
  );
}

interface Step {
  readonly key: string;
  readonly shown: string;
  readonly isEach: boolean;
}

const steps = new Map<string, readonly Step[]>();

/** Splits a path at its dots; `~` stands for a dot in a key. */
function stepsOf(path: string): readonly Step[] {
  let known = steps.get(path);
  if (known === undefined) {
    known = path.split('.').map((part) => {
      const isEach = part.endsWith('[]');
      const key = (isEach ? part.slice(0, -2) : part).replaceAll('~', '.');
      return { key, isEach, shown: key.includes('.') ? `[${key}]` : key };
    });
    steps.set(path, known);
  }
  return known;
}
