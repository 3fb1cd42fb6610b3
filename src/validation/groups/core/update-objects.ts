import { GoValue } from '../../printing';
import {
  IMMUTABLE,
  type Tolerances,
  type UpdateChanges,
  type UpdateNode,
  updateRules,
  updateTextsFor,
} from '../../rule';
import { object } from './examples';

const quota = object('ResourceQuota', { spec: { hard: { pods: '10' }, scopes: ['BestEffort'] } }, 'pods');
const node = object(
  'Node',
  { spec: { podCIDRs: ['10.244.1.0/24'], podCIDR: '10.244.1.0/24', providerID: 'example://1' } },
  'node-1',
);
const text = updateTextsFor('ValidateResourceQuotaUpdate (pkg/apis/core/validation)', quota);
const nodeText = updateTextsFor('ValidateNodeUpdate (pkg/apis/core/validation)', node);

export const quotaUpdateRules = updateRules(
  'io.k8s.api.core.v1.ResourceQuota',
  {
    'quota-scopes-immutable': text.invalid(
      IMMUTABLE,
      'What a quota has counted so far belongs to its scopes, so they never change.',
      'create another ResourceQuota under a new name, and delete this one',
      { 'spec.scopes': ['NotBestEffort'] },
      { with: {} },
    ),
  },
  ({ before, after }: UpdateNode, report) => {
    const scopes = ({ spec }: any) => [...new Set<string>(spec?.scopes ?? [])].sort().join();
    if (scopes(before) !== scopes(after)) report('quota-scopes-immutable', 'spec.scopes');
  },
);

const ONCE = {
  podCIDRs: 'node updates may not change podCIDR except from "" to valid',
  providerID: 'node updates may not change providerID except from "" to valid',
};

export const nodeUpdateRules = updateRules(
  'io.k8s.api.core.v1.Node',
  {
    'node-set-once': nodeText.forbidden(
      '{detail}',
      'The addresses of the pods of a node, and its name at its provider, are set once and never change.',
      'delete the node and let it register again',
      { 'spec.providerID': 'example://2' },
    ),
    'node-external-id-immutable': nodeText.forbidden(
      'may not be updated',
      'The older form of providerID can no longer be changed.',
      'use spec.providerID',
      { 'spec.externalID': 'other' },
    ),
  },
  ({ before, after, same }, report) => {
    const old: any = before.spec ?? {};
    const ranges: readonly string[] = old.podCIDRs ?? [];
    const now: readonly string[] = (after.spec as any)?.podCIDRs ?? [];
    if (ranges.length > 0 && (ranges.length !== now.length || ranges.some((range, index) => range !== now[index]))) {
      report('node-set-once', 'spec.podCIDRs', { detail: ONCE.podCIDRs });
    }
    if (old.providerID && !same('spec.providerID'))
      report('node-set-once', 'spec.providerID', { detail: ONCE.providerID });
    if (!same('spec.externalID')) report('node-external-id-immutable', 'spec.externalID');
  },
);

/** Fields of `events.k8s.io` events that never change, by the names and types that the server has for them. */
const EVENT_FIELDS: Readonly<Record<string, readonly [internal: string, type: string]>> = {
  regarding: ['involvedObject', 'core.ObjectReference'],
  reason: ['reason', 'string'],
  note: ['message', 'string'],
  deprecatedSource: ['source', 'core.EventSource'],
  deprecatedFirstTimestamp: ['firstTimestamp', 'v1.Time'],
  deprecatedLastTimestamp: ['lastTimestamp', 'v1.Time'],
  deprecatedCount: ['count', 'int32'],
  type: ['type', 'string'],
  eventTime: ['eventTime', 'v1.MicroTime'],
  action: ['action', 'string'],
  related: ['related', '*core.ObjectReference'],
  reportingController: ['reportingController', 'string'],
  reportingInstance: ['reportingInstance', 'string'],
};
const event = {
  apiVersion: 'events.k8s.io/v1',
  kind: 'Event',
  metadata: { name: 'web.1', namespace: 'default' },
  eventTime: '2026-01-02T15:04:05.000000Z',
  action: 'Scaling',
  reason: 'Scaled',
  type: 'Normal',
  reportingController: 'example.com/scaler',
  reportingInstance: 'scaler-1',
  regarding: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web', namespace: 'default' },
};

export const eventUpdateRules = updateRules(
  'io.k8s.api.events.v1.Event',
  {
    'event-immutable': updateTextsFor('ValidateEventUpdate (pkg/apis/core/validation)', event).invalid(
      IMMUTABLE,
      'An event says what happened once. Only its series can go on.',
      'create another Event',
      { reason: 'Other' },
    ),
  },
  (change, report) => {
    for (const [field, [internal, type]] of Object.entries(EVENT_FIELDS)) {
      if (change.same(field)) continue;
      report('event-immutable', internal, { value: new GoValue(type, (change.after as any)[field]) });
    }
  },
);

/** Rules of admission plugins that look at new pods only. */
const ADMISSION_OF_NEW_PODS = new Set(['pod-priority', 'pod-overhead']);

/** Fields of events that are only checked when they are new. */
const NEW_EVENTS = /^(?:eventTime|type|firstTimestamp|lastTimestamp|count)$/;

export const coreTolerances: Tolerances = {
  'io.k8s.api.events.v1.Event': ({ path }, { same }) =>
    NEW_EVENTS.test(path) || (path.startsWith('series') && same('series')),
  'io.k8s.api.core.v1.Namespace': ({ path }) => !path.startsWith('metadata'),
  // AllowInvalidAPIGroupInDataSourceOrRef (pkg/apis/core/validation): claims of before 1.29 may have any.
  'io.k8s.api.core.v1.PersistentVolumeClaim': ({ path }) => /^spec\.dataSource(?:Ref)?\.apiGroup$/.test(path),
  'io.k8s.api.core.v1.Pod': ({ rule }) => ADMISSION_OF_NEW_PODS.has(rule),
};

/** `PrepareForUpdate` of namespaces keeps their finalizers. */
export const coreUpdatePreparations: UpdateChanges = {
  'io.k8s.api.core.v1.Namespace': (after, before) => {
    after.spec = before.spec;
  },
};
