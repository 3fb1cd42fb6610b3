import { didYouMean } from '../../values';
import { type Found, isCustom, valuesAt } from '../edges';
import type { Cluster } from '../input/cluster';
import { customList, kindKey, namespaceOf } from '../input/placed';
import { missingObject } from '../rule/missing';
import { namesAt } from '../rule/named-items';
import { type Dangling, slipOf } from '../rule/reference-rule';
import { outsideOfPools, overlappingPools } from './address-pools';
import { unknownInGenerators } from './application-sets';
import { unknownSources } from './application-sources';
import { unknownComponents } from './collectors';
import { namesIn, textsIn, unknownInExpressions, WORKFLOWS } from './expressions';
import { unsupportedUser } from './kafka-users';
import { OWN_NAMES, TASKS } from './own-names-table';
import { unknownInBroker } from './rabbit-names';
import { readElsewhere } from './referent-stores';
import { unknownInTemplate } from './secret-templates';
import { wrongUsers } from './secret-users';
import { unknownTaskParts } from './task-results';
import { createdBy, workflowTemplate } from './tasks';
import { ignoredRoute } from './virtual-servers';

/** Fields that must name two objects, for which Argo Rollouts stops otherwise. */
const DIFFERENT: readonly (readonly [one: string, other: string])[] = [
  ['spec.strategy.canary.stableService', 'spec.strategy.canary.canaryService'],
  ['spec.strategy.blueGreen.activeService', 'spec.strategy.blueGreen.previewService'],
];

/** Names in the object itself, and in objects of its kind, that its controller rejects. */
export function wrongNames(object: any, cluster: Cluster): Dangling[] {
  if (!isCustom(object)) return outsideOfPools(object, cluster);
  return [
    ...unknownOwnNames(object),
    ...overlappingPools(object, cluster),
    ...readElsewhere(object, cluster),
    ...ignoredRoute(object, cluster),
    ...wrongUsers(object, cluster),
    ...unsupportedUser(object, cluster),
    ...unknownInBroker(object, cluster),
    ...unknownComponents(object),
    ...unknownSources(object),
    ...unknownInGenerators(object),
    ...unknownInExpressions(object),
    ...createdBy(object).flatMap(({ created, field }) => unknownInExpressions(created, field)),
    ...unknownInTemplate(object),
    ...unknownTaskParts(object, cluster),
    ...unknownDependencies(object),
    ...sharedNames(object),
    ...unknownTemplates(object, cluster),
    ...unknownType(object, cluster),
  ];
}

/** Parameters of a Sensor that are never set: of a dependency that it does not have. */
function unknownDependencies(object: any): Dangling[] {
  if (kindKey(object?.apiVersion, object?.kind) !== 'argoproj.io/Sensor') return [];
  const names = namesIn(object, 'spec.dependencies');
  return valuesAt(object, 'spec.triggers[]').flatMap(({ value, field: at }) => {
    // An event may set the name.
    const isSet = customList(value?.parameters).some((one) => String(one?.dest).includes('dependencyName'));
    return textsIn(value, at).flatMap(([name, field]): Dangling[] => {
      // A Sensor may create another one.
      const isName = /^(?!.*\.resource\.).*\.src\.dependencyName$/.test(field);
      if (isSet || !isName || names.includes(name)) return [];
      const message = `spec.dependencies has no ${JSON.stringify(name)}`;
      const hint = didYouMean(name, names) ?? `the names are ${names.join(', ') || 'none'}`;
      return [{ field, message, hint, certainty: 'likely' }];
    });
  });
}

/** Two Services of a Rollout that are one. */
function sharedNames(object: any): Dangling[] {
  if (kindKey(object?.apiVersion, object?.kind) !== 'argoproj.io/Rollout') return [];
  return DIFFERENT.flatMap(([one, other]): Dangling[] => {
    const [first] = valuesAt(object, one);
    const [second] = valuesAt(object, other);
    if (first === undefined || first.value === '' || first.value !== second?.value) return [];
    const message = `${one} is the same Service, and a Rollout needs two`;
    const hint = 'name another Service with the same selector: the controller adds the hash of its pods to each';
    return [{ field: other, message, hint, certainty: 'wrong' }];
  });
}

/** The type that a Composition of Crossplane is for, when the input defines one that differs by its version or one letter. */
function unknownType(object: any, cluster: Cluster): Dangling[] {
  if (kindKey(object?.apiVersion, object?.kind) !== 'apiextensions.crossplane.io/Composition') return [];
  const { apiVersion, kind } = object.spec?.compositeTypeRef ?? {};
  const types = cluster.all('apiextensions.crossplane.io/CompositeResourceDefinition').flatMap(({ object: { spec } }) =>
    customList(spec?.versions).map((version) => ({
      apiVersion: `${spec.group}/${version?.name}`,
      kind: String(spec.names?.kind),
    })),
  );
  if (types.some((one) => one.apiVersion === apiVersion && one.kind === kind)) return [];
  const near = types.filter(
    (one) =>
      one.kind === kind ||
      (one.apiVersion === apiVersion &&
        (slipOf(String(kind), [one.kind]) !== undefined || !isComposed(one.kind, cluster))),
  );
  if (near.length === 0) return [];
  const message = `no CompositeResourceDefinition of the input defines ${kind} of ${apiVersion}`;
  const hint = `it defines ${near.map((one) => `${one.kind} of ${one.apiVersion}`).join(', ')}`;
  return [{ field: 'spec.compositeTypeRef', message, hint, certainty: 'likely' }];
}

/** Whether a Composition of the input is for a kind. */
function isComposed(kind: string, cluster: Cluster): boolean {
  return cluster
    .all('apiextensions.crossplane.io/Composition')
    .some(({ object }) => object.spec?.compositeTypeRef?.kind === kind);
}

/** References to a template of another object, which has to be there and to have it. */
function unknownTemplates(object: any, cluster: Cluster): Dangling[] {
  const [, spec] = WORKFLOWS.find(([kind]) => kind === kindKey(object?.apiVersion, object?.kind)) ?? [];
  if (spec === undefined) return [];
  const found = TASKS.flatMap((task) => valuesAt(object, `${spec}.${task}.templateRef`));
  return found.flatMap(({ value, field }): Dangling[] => {
    const { name, template, clusterScope } = Object(value);
    if (
      typeof name !== 'string' ||
      (template !== undefined && typeof template !== 'string') ||
      `${name}${template}`.includes('{')
    )
      return [];
    const target = workflowTemplate(value, object, cluster);
    if (target === undefined) {
      const kind = `argoproj.io/${clusterScope === true ? 'Cluster' : ''}WorkflowTemplate`;
      const namespace = clusterScope === true ? null : namespaceOf(object);
      const missing = missingObject({ field: `${field}.name`, kind, name, namespace }, cluster);
      return missing === undefined ? [] : [missing];
    }
    const names = customList(target.spec?.templates).map((one) => String(one?.name));
    if (template === undefined || names.length === 0 || names.includes(template)) return [];
    const message = `${target.kind} ${JSON.stringify(name)} has no template ${JSON.stringify(template)}`;
    return [
      {
        field: `${field}.template`,
        message,
        hint: didYouMean(template, names) ?? `it has ${names.join(', ')}`,
        certainty: 'wrong',
      },
    ];
  });
}

/** Names of items of the object itself that it does not have, for which its operator refuses it. */
function unknownOwnNames(object: any): Dangling[] {
  const key = kindKey(object?.apiVersion, object?.kind);
  return OWN_NAMES.flatMap(([kind, lists, fields, isIgnored, isLikely]) => {
    if (kind !== key) return [];
    const paths = lists.map((list) =>
      list.endsWith('{}') ? list : list.startsWith('=') ? list.slice(1) : `${list}[].name`,
    );
    const names = paths.flatMap((path) => namesAt(object, path));
    // A Workflow may have the templates of another object.
    if (names.length === 0 && kind.startsWith('argoproj')) return [];
    const shown = lists.map((list) => list.replace(/^=|\{\}$/g, '')).join(' and ');
    return fields
      .flatMap((field) => namedAt(object, field))
      .flatMap(({ value, field, parent }): Dangling[] => {
        if (isIgnored?.(object, Object(parent), value)) return [];
        if (typeof value !== 'string' || value === '' || /\{|\$\(/.test(value) || names.includes(value)) return [];
        const message = `${shown} ${lists.length > 1 ? 'have' : 'has'} no ${JSON.stringify(value)}`;
        const hint = didYouMean(value, names) ?? `the names are ${names.join(', ') || 'none'}`;
        return [{ field, message, hint, certainty: isLikely ? 'likely' : 'wrong' }];
      });
  });
}

/** What a path leads to, or the values of a map. */
function namedAt(object: any, path: string): Pick<Found, 'value' | 'field' | 'parent'>[] {
  if (!path.endsWith('{}')) return valuesAt(object, path);
  return valuesAt(object, path.slice(0, -2)).flatMap(({ value: map, field }) =>
    Object.entries(Object(map)).map(([key, value]) => ({ value, field: `${field}.${key}`, parent: map })),
  );
}
