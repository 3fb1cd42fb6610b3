/**
 * The registry of all API groups. A group is loaded with the first object that has one of its definitions.
 *
 * To add a rule: write `export const fooRules = rules('io.k8s.api.GROUP.VERSION.Foo', texts, check)` in
 * `groups/GROUP/foo.ts`, list it in `groups/GROUP/index.ts`, and nothing else: it runs wherever that definition occurs, after
 * decoding (types are right, nulls are gone, non-pointer structs such as `spec` exist as `{}`) and after
 * the walks of `defaults.ts` and `prepare.ts` beside it. Several entries may name the same definition; they run in the
 * order of this list. Where two definitions of the same type have different names in different versions, name both.
 * A definition of another group is also named in this list.
 * The order in which children are visited is the order of the document; findings keep the order of the visits.
 */
import type { ApiGroup, DefinitionRules, UpdateRules } from '../rule';
import { meta } from './meta';

interface Registered {
  /** How the names of its definitions begin. */
  readonly definitions: string;
  /** Definitions of other groups that its rules name. @default none */
  readonly also?: readonly string[];
  readonly load: () => ApiGroup;
}

const REGISTRY: readonly Registered[] = [
  {
    definitions: 'io.k8s.api.admissionregistration.',
    load: () => (require('./admissionregistration') as typeof import('./admissionregistration')).admissionregistration,
  },
  {
    definitions: 'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.',
    load: () => (require('./apiextensions') as typeof import('./apiextensions')).apiextensions,
  },
  {
    definitions: 'io.k8s.kube-aggregator.pkg.apis.apiregistration.',
    load: () => (require('./apiregistration') as typeof import('./apiregistration')).apiregistration,
  },
  {
    definitions: 'io.k8s.api.apps.',
    also: [
      'io.k8s.api.core.v1.ReplicationController',
      'io.k8s.api.core.v1.ReplicationControllerSpec',
      'io.k8s.api.batch.v1.Job',
      'io.k8s.api.batch.v1.CronJob',
    ],
    load: () => (require('./apps') as typeof import('./apps')).apps,
  },
  {
    definitions: 'io.k8s.api.autoscaling.',
    load: () => (require('./autoscaling') as typeof import('./autoscaling')).autoscaling,
  },
  {
    definitions: 'io.k8s.api.batch.',
    load: () => (require('./batch') as typeof import('./batch')).batch,
  },
  {
    definitions: 'io.k8s.api.certificates.',
    load: () => (require('./certificates') as typeof import('./certificates')).certificates,
  },
  {
    definitions: 'io.k8s.api.coordination.',
    load: () => (require('./coordination') as typeof import('./coordination')).coordination,
  },
  {
    definitions: 'io.k8s.api.core.',
    also: [
      'io.k8s.api.storage.v1.VolumeAttachmentSource',
      'io.k8s.api.apps.v1.StatefulSetSpec',
      'io.k8s.api.events.v1.Event',
    ],
    load: () => (require('./core') as typeof import('./core')).core,
  },
  {
    definitions: 'io.k8s.api.discovery.',
    load: () => (require('./discovery') as typeof import('./discovery')).discovery,
  },
  {
    definitions: 'io.k8s.api.flowcontrol.',
    load: () => (require('./flowcontrol') as typeof import('./flowcontrol')).flowcontrol,
  },
  {
    definitions: 'io.k8s.api.networking.',
    load: () => (require('./networking') as typeof import('./networking')).networking,
  },
  {
    definitions: 'io.k8s.api.node.',
    load: () => (require('./node') as typeof import('./node')).node,
  },
  {
    definitions: 'io.k8s.api.policy.',
    load: () => (require('./policy') as typeof import('./policy')).policy,
  },
  {
    definitions: 'io.k8s.api.rbac.',
    load: () => (require('./rbac') as typeof import('./rbac')).rbac,
  },
  {
    definitions: 'io.k8s.api.resource.',
    load: () => (require('./resource') as typeof import('./resource')).resource,
  },
  {
    definitions: 'io.k8s.api.scheduling.',
    load: () => (require('./scheduling') as typeof import('./scheduling')).scheduling,
  },
  {
    definitions: 'io.k8s.api.storage.',
    load: () => (require('./storage') as typeof import('./storage')).storage,
  },
];

const known = new Map<string, readonly ApiGroup[]>();

/** The groups that may have something to say about a definition. Metadata comes first, as it is part of every kind. */
export function groupsOf(definition: string): readonly ApiGroup[] {
  let groups = known.get(definition);
  if (groups === undefined) {
    const others = REGISTRY.filter(
      ({ definitions, also = [] }) => definition.startsWith(definitions) || also.includes(definition),
    );
    groups = [meta, ...others.map(({ load }) => load())];
    known.set(definition, groups);
  }
  return groups;
}

/** Every group. */
function allGroups(): readonly ApiGroup[] {
  return [meta, ...REGISTRY.map(({ load }) => load())];
}

/** Every rule of the package, grouped by API group. */
export function allRules(): readonly DefinitionRules[] {
  return allGroups().flatMap(({ rules }) => rules);
}

/** Every rule about updates. */
export function allUpdateRules(): readonly UpdateRules[] {
  return allGroups().flatMap(({ updates = [] }) => updates);
}
