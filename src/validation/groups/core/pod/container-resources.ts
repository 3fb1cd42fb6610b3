import { gatesOf } from '../../../../facts';
import { containerResourceName } from '../../../../values';
import { GoValue } from '../../../printing';
import { fieldChecks, type Report, rules, sortedValues } from '../../../rule';
import { podTexts } from './examples';
import { CONTAINERS, isSidecar, podSpecOf, roleOf } from './pod-ancestors';
import { RESOURCE_TEXTS, resourceClaims, resourceRequirements } from './resource-requirements';

const resize = podTexts('validateResizePolicy');
const policy = (fields: object) => ({
  'spec.containers[0].resizePolicy': [{ resourceName: 'cpu', restartPolicy: 'NotRequired', ...fields }],
});
const resized = { accepts: policy({}), since: '1.33' } as const;
const RESOURCES = ['cpu', 'memory'];
const POLICIES = ['NotRequired', 'RestartContainer'];

/** Resources of a container: what it asks for, and what happens when that changes. */
export const containerResourceRules = rules(CONTAINERS, RESOURCE_TEXTS, (node, report) => {
  const { resources = {} } = node.value;
  resourceRequirements(resources, 'resources', containerResourceName, report);
  if (resources.claims === undefined) return;
  const claims = (podSpecOf(node).resourceClaims ?? []).map(({ name = '' }: any) => name);
  resourceClaims(resources, claims, report);
});

const RESIZE_TEXTS = {
  'resize-policy-required': resize.required(
    '',
    'A resize policy names a resource and says whether the container restarts when its amount changes.',
    policy({ restartPolicy: '' }),
    resized,
  ),
  'resize-policy-duplicate': resize.duplicate(
    '',
    'There is one resize policy for each resource.',
    { 'spec.containers[0].resizePolicy[1]': { resourceName: 'cpu', restartPolicy: 'NotRequired' } },
    { with: policy({}), since: '1.33' },
  ),
  'resize-policy-choice': resize.notSupported(
    'supported values: {supported}',
    'Only cpu and memory can be resized, and the policy is NotRequired or RestartContainer.',
    policy({ restartPolicy: 'Never' }),
    resized,
  ),
  'resize-policy-never': resize.invalid(
    {
      '1.28': "must be 'NotRequired' when `restartPolicy` is 'Never'",
      '1.36': "must be 'NotRequired' when pod `restartPolicy` is 'Never'",
    },
    'A pod whose containers never restart cannot restart one to resize it.',
    policy({ restartPolicy: 'RestartContainer' }),
    { with: { 'spec.restartPolicy': 'Never' }, ...resized },
  ),
  'resize-policy-init': podTexts('validateInitContainers').invalid(
    "must not be set to 'RestartContainer' for non-sidecar initContainers",
    'A plain init container runs once, so it cannot be restarted to be resized.',
    { 'spec.initContainers[0].resizePolicy[0].restartPolicy': 'RestartContainer' },
    {
      with: {
        'spec.initContainers': [
          { name: 'a', image: 'a:1', resizePolicy: [{ resourceName: 'cpu', restartPolicy: 'NotRequired' }] },
        ],
      },
      since: '1.36',
    },
  ),
} as const;

/** What happens to a container when its resources change. */
export const resizePolicyRules = rules(CONTAINERS, RESIZE_TEXTS, (node, report) => {
  const { each } = fieldChecks(report);
  const { resizePolicy } = node.value;
  if (resizePolicy === undefined) return;
  const seen = new Set<string>();
  const never = podSpecOf(node).restartPolicy === 'Never';
  const plainInit = roleOf(node) === 'initContainers' && !isSidecar(node.value);
  each('resizePolicy', resizePolicy, ({ resourceName = '', restartPolicy = '' }: any, field) => {
    if (seen.has(resourceName)) {
      report('resize-policy-duplicate', field, { value: new GoValue('core.ResourceName', resourceName) });
    }
    seen.add(resourceName);
    oneOf('core.ResourceName', resourceName, RESOURCES, report);
    oneOf('core.ResourceResizeRestartPolicy', restartPolicy, POLICIES, report);
    if (never && restartPolicy !== 'NotRequired' && gatesOf(node.minor).has('InPlacePodVerticalScaling')) {
      report('resize-policy-never', 'resizePolicy', { value: restartPolicy });
    }
    if (plainInit && restartPolicy === 'RestartContainer') {
      report('resize-policy-init', `${field}.restartPolicy`, { value: restartPolicy });
    }
  });
});

function oneOf(
  type: 'core.ResourceName' | 'core.ResourceResizeRestartPolicy',
  value: string,
  allowed: readonly string[],
  report: Report<keyof typeof RESIZE_TEXTS>,
): void {
  const { required } = fieldChecks(report);
  if (required('resize-policy-required', 'resizePolicy', value)) {
    if (!allowed.includes(value)) {
      const supported = sortedValues(allowed);
      report('resize-policy-choice', 'resizePolicy', { value: new GoValue(type, value), supported });
    }
  }
}
