import { qosClassOfPod } from '../../../../values';
import { GoValue } from '../../../printing';
import { type Report, type UpdateNode, updateRules, updateTextsFor } from '../../../rule';
import { POD } from './examples';

const CONTROLLER =
  'create pods by a Deployment or another workload, which replaces them; a bare pod has to be deleted and created again';
const MOST = 2 ** 31 - 1;
const UPDATABLE = [
  '`spec.containers[*].image`',
  '`spec.initContainers[*].image`',
  '`spec.activeDeadlineSeconds`',
  '`spec.tolerations` (only additions to existing tolerations)',
  '`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)',
].join(',');
const text = updateTextsFor('ValidatePodUpdate (pkg/apis/core/validation)', POD);

const TEXTS = {
  'pod-update': text.forbidden(
    `pod updates may not change fields other than ${UPDATABLE}`,
    'A pod runs as it was created. Only images, deadlines and new tolerations can change.',
    CONTROLLER,
    { 'spec.restartPolicy': 'Never' },
  ),
  'pod-update-containers': text.forbidden(
    'pod updates may not add or remove containers',
    'The containers of a pod are created together with it.',
    CONTROLLER,
    { 'spec.containers[1]': { name: 'other', image: 'other:1' } },
  ),
  'pod-update-deadline': text.invalid(
    'must be less than or equal to previous value',
    'The deadline of a running pod can be set and shortened, and not extended.',
    CONTROLLER,
    { 'spec.activeDeadlineSeconds': 60 },
    { before: { 'spec.activeDeadlineSeconds': 30 } },
  ),
  'pod-update-deadline-unset': text.invalid(
    'must not update from a positive integer to nil value',
    'The deadline of a running pod can be shortened, and not removed.',
    CONTROLLER,
    { 'spec.activeDeadlineSeconds': undefined },
    { before: { 'spec.activeDeadlineSeconds': 30 } },
  ),
  'pod-update-tolerations': text.forbidden(
    'existing toleration can not be modified except its tolerationSeconds',
    'A running pod can tolerate more, and not less: it is on its node because of what it tolerates.',
    CONTROLLER,
    { 'spec.tolerations': [{ key: 'gpu', operator: 'Exists', effect: 'NoSchedule' }] },
    { before: { 'spec.tolerations': [{ key: 'batch', operator: 'Exists', effect: 'NoSchedule' }] } },
  ),
  'pod-update-gates': text.forbidden(
    "only deletion is allowed, but found new scheduling gate '{gate}'",
    'A gate keeps a pod from being scheduled. It can be removed, and not added later.',
    CONTROLLER,
    { 'spec.schedulingGates': [{ name: 'example.com/ready' }] },
  ),
  'pod-update-qos': text.invalid(
    'Pod QoS is immutable',
    'The QoS class of a pod follows from its resources. It decides which pods a node evicts first, so a running pod keeps it.',
    CONTROLLER,
    { 'spec.containers[0].resources': { requests: { memory: '64Mi' } } },
    { since: '1.29', until: '1.31', alongside: ['pod-update'] },
  ),
  'pod-update-node-selector': text.invalid(
    'only additions to spec.nodeSelector are allowed (no mutations or deletions)',
    'While a pod is gated, its choice of nodes can become narrower, and not wider.',
    CONTROLLER,
    { 'spec.nodeSelector': { disk: 'hdd' } },
    { before: { 'spec.nodeSelector': { disk: 'ssd' }, 'spec.schedulingGates': [{ name: 'example.com/ready' }] } },
  ),
  'pod-update-node-affinity': text.invalid(
    '{detail}',
    'While a pod is gated, its choice of nodes can become narrower, and not wider: terms can only be completed.',
    CONTROLLER,
    { 'spec.affinity': requiredNodes('hdd') },
    { before: { 'spec.affinity': requiredNodes('ssd'), 'spec.schedulingGates': [{ name: 'example.com/ready' }] } },
  ),
  'pod-update-app-armor': text.forbidden(
    'may not {verb} AppArmor annotations',
    'The AppArmor profile of a container is loaded when it starts.',
    CONTROLLER,
    { 'metadata.annotations': { 'container.apparmor.security.beta.kubernetes.io/web': 'unconfined' } },
  ),
  'pod-update-mirror': text.forbidden(
    'may not {verb} mirror pod annotation',
    'The kubelet marks the pods that stand for its static pods; a pod does not become one.',
    'remove the annotation kubernetes.io/config.mirror',
    { 'metadata.annotations': { 'kubernetes.io/config.mirror': 'other' } },
    { alongside: ['pod-annotation-value'] },
  ),
} as const;

type ReportRule = Report<keyof typeof TEXTS>;

export const podUpdateRules = updateRules('io.k8s.api.core.v1.Pod', TEXTS, (node, report) => {
  checkAnnotations(node, report);
  const [old, now]: any[] = [node.before.spec, node.after.spec];
  for (const list of ['containers', 'initContainers']) {
    if ((old[list] ?? []).length === (now[list] ?? []).length) continue;
    report('pod-update-containers', `spec.${list}`);
    return;
  }
  if (!checkDeadline(old, now, report)) return;
  checkTolerations(node, report);
  checkGates(old, now, report);
  if (node.same('spec')) return;
  const qosClass = qosClassOfPod(old);
  if (qosClassOfPod(now) !== qosClass) report('pod-update-qos', 'metadata', { value: qosClass });
  const munged = mungedSpec(old, now);
  if ((old.schedulingGates ?? []).length > 0) checkGated(old, munged, node, report);
  if (!node.equal('spec', old, munged)) report('pod-update', 'spec');
});

const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/';
const MIRROR = 'kubernetes.io/config.mirror';

function checkAnnotations({ before, after }: UpdateNode, report: ReportRule): void {
  const [old, now]: Record<string, string>[] = [before, after].map(({ metadata }) => metadata.annotations ?? {});
  for (const key of new Set([...Object.keys(old!), ...Object.keys(now!)])) {
    if (old![key] === now![key]) continue;
    const verb = Object.hasOwn(old!, key) ? 'remove or update' : 'add';
    if (key.startsWith(APP_ARMOR)) report('pod-update-app-armor', `metadata.annotations[${key}]`, { verb });
    if (key === MIRROR) report('pod-update-mirror', `metadata.annotations[${key}]`, { verb });
  }
}

/** False after an error that ends the check. */
function checkDeadline(old: any, now: any, report: ReportRule): boolean {
  const [before, after] = [old.activeDeadlineSeconds, now.activeDeadlineSeconds];
  if (after === undefined) {
    if (before !== undefined) report('pod-update-deadline-unset', 'spec.activeDeadlineSeconds', { value: null });
    return true;
  }
  if (after < 0 || after > MOST) return false;
  if (before === undefined || before >= after) return true;
  report('pod-update-deadline', 'spec.activeDeadlineSeconds');
  return false;
}

function checkTolerations({ before, after, equal }: UpdateNode, report: ReportRule): void {
  const now: readonly any[] = after.spec.tolerations ?? [];
  const isKept = (old: any) =>
    now.some((toleration) =>
      equal('spec.tolerations', [{ ...old, tolerationSeconds: toleration.tolerationSeconds }], [toleration]),
    );
  if (!(before.spec.tolerations ?? []).every(isKept)) report('pod-update-tolerations', 'spec.tolerations');
}

function checkGates(old: any, now: any, report: ReportRule): void {
  const known = new Set((old.schedulingGates ?? []).map(({ name }: any) => name));
  const last = new Map<string, number>(
    (now.schedulingGates ?? []).map(({ name }: any, index: number) => [name, index]),
  );
  for (const [gate, index] of last) {
    if (!known.has(gate)) report('pod-update-gates', `spec.schedulingGates[${index}].name`, { gate });
  }
}

/** The new spec with the old values of all fields that can change. */
function mungedSpec(old: any, now: any): any {
  const munged = structuredClone(now);
  for (const list of ['containers', 'initContainers']) {
    for (const [index, container] of (munged[list] ?? []).entries()) container.image = old[list][index].image;
  }
  for (const field of ['activeDeadlineSeconds', 'schedulingGates', 'tolerations']) munged[field] = old[field];
  return munged;
}

function checkGated(old: any, munged: any, { equal }: UpdateNode, report: ReportRule): void {
  if (!equal('spec.nodeSelector', old.nodeSelector, munged.nodeSelector)) {
    const isNarrower = Object.entries(old.nodeSelector ?? {}).every(
      ([key, value]) => munged.nodeSelector?.[key] === value,
    );
    if (!isNarrower) {
      const value = new GoValue('map[string]string', munged.nodeSelector);
      report('pod-update-node-selector', 'spec.nodeSelector', { value });
    }
    munged.nodeSelector = old.nodeSelector;
  }
  const [before, after] = [old, munged].map(({ affinity }) => affinity?.nodeAffinity);
  if (equal('spec.affinity.nodeAffinity', before, after)) return;
  checkNodeTerms(before, after, equal, report);
  const isAlone = munged.affinity?.podAffinity === undefined && munged.affinity?.podAntiAffinity === undefined;
  if (old.affinity === undefined && isAlone) delete munged.affinity;
  else munged.affinity = { ...munged.affinity, nodeAffinity: before };
}

const TERMS = 'spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms';

/** Required terms for nodes can get further requirements, and no others in place of the old ones. */
function checkNodeTerms(before: any, after: any, equal: UpdateNode['equal'], report: ReportRule): void {
  const [old, now]: (readonly any[])[] = [before, after].map(
    (affinity) => affinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [],
  );
  if (old!.length > 0 && old!.length !== now!.length) {
    const detail = 'no additions/deletions to non-empty NodeSelectorTerms list are allowed';
    report('pod-update-node-affinity', TERMS, { detail, value: now });
    return;
  }
  for (const [index, term] of old!.entries()) {
    const isEmpty = (one: any) => (one.matchExpressions ?? []).length + (one.matchFields ?? []).length === 0;
    const isKept = isEmpty(term)
      ? isEmpty(now![index])
      : ['matchExpressions', 'matchFields'].every((list) => {
          const [requirements, narrowed]: (readonly any[])[] = [term, now![index]].map((one) => one[list] ?? []);
          return requirements!.every((one, position) =>
            equal(TERMS, [{ [list]: [one] }], [{ [list]: [narrowed![position]] }]),
          );
        });
    const detail = 'only additions are allowed (no mutations or deletions)';
    if (!isKept) report('pod-update-node-affinity', `${TERMS}[${index}]`, { detail });
  }
}

function requiredNodes(disk: string): object {
  const nodeSelectorTerms = [{ matchExpressions: [{ key: 'disk', operator: 'In', values: [disk] }] }];
  return { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } };
}
