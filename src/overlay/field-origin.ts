import type { ApiObject } from 'cdk8s';
import { addFieldLocator, type Origin } from '../origin';
import { requireArguments } from '../values';
import { amendmentsOf, renderUnamended, runAmendment } from './amend';
import { markChanges, type OriginTree, originAt } from './origin-tree';

interface Traced {
  readonly amendments: number;
  readonly tree: OriginTree | undefined;
}

const traces = new WeakMap<ApiObject, Traced>();

/**
 * The source line of the overlay, amendment or mixin that wrote a field, so that a finding names that line and not the
 * one that created the construct. Undefined when the construct's own renderer wrote the field.
 *
 * Renders the object again, step by step; intended for objects with findings.
 *
 * @param path in the server's notation, such as `spec.template.spec.containers[0].name`. When the field itself has no
 *   such line, that of the nearest enclosing field is used (a missing field of an overlaid object), then the only one inside it.
 */
export function originOfField(apiObject: ApiObject, path: string): Origin | undefined {
  requireArguments('originOfField', { apiObject: [apiObject, 'a construct'], path: [path, 'a string'] });
  return originAt(traceOf(apiObject), parsePath(path));
}

function traceOf(apiObject: ApiObject): OriginTree | undefined {
  const amendments = amendmentsOf(apiObject);
  let traced = traces.get(apiObject);
  if (traced?.amendments !== amendments.length) {
    traced = { amendments: amendments.length, tree: amendments.length === 0 ? undefined : trace(apiObject) };
    traces.set(apiObject, traced);
  }
  return traced.tree;
}

function trace(apiObject: ApiObject): OriginTree | undefined {
  let tree: OriginTree | undefined;
  let manifest = renderUnamended(apiObject);
  for (const amendment of amendmentsOf(apiObject)) {
    const before = structuredClone(manifest);
    manifest = runAmendment(amendment, manifest);
    tree = markChanges(before, manifest, tree, amendment.origin);
  }
  return tree;
}

/** `a.b[0].c[x.y]` as `a`, `b`, 0, `c`, `x.y`. */
function parsePath(path: string): (string | number)[] {
  const steps: (string | number)[] = [];
  for (const [, name, bracketed] of path.matchAll(/([^.[\]]+)|\[([^\]]*)\]/g)) {
    if (name !== undefined) steps.push(name);
    else steps.push(/^\d+$/.test(bracketed!) ? Number(bracketed) : bracketed!);
  }
  return steps;
}

addFieldLocator(originOfField);
