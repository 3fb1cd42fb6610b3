import { textsFor } from '../../../rule';
import { POD, POD_TEMPLATE } from './examples';

const inTemplate = textsFor('warningsForPodSpecAndMeta (pkg/api/pod/warnings.go)', POD_TEMPLATE);
const { warning } = textsFor('warningsForPodSpecAndMeta (pkg/api/pod/warnings.go)', POD);

/** What the server takes and grumbles about in pods. */
export const POD_WARNING_TEXTS = {
  'node-label-deprecated': warning(
    '{detail}',
    'The label of nodes has another name by now. New nodes may lack the old one, and then no node matches.',
    { 'spec.nodeSelector': { 'beta.kubernetes.io/os': 'linux' } },
    { accepts: { 'spec.nodeSelector': { 'kubernetes.io/os': 'linux' } } },
  ),
  'node-label-value': warning(
    '{detail}',
    'No node can have a label with such a value, so the preference never counts.',
    {
      'spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution': [
        { weight: 1, preference: { matchExpressions: [{ key: 'a', operator: 'In', values: ['b c'] }] } },
      ],
    },
    { since: '1.33' },
  ),
  'selector-matches-no-pod': warning(
    'a null labelSelector results in matching no pod',
    'Without a labelSelector there are no pods to be near to, or to spread. Name the labels of the pods.',
    {
      'spec.topologySpreadConstraints': [{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule' }],
    },
  ),
  'volume-deprecated': warning(
    '{detail}',
    'This kind of volume is deprecated, or no longer works. Use a claim with a CSI driver.',
    { 'spec.volumes': [{ name: 'a', gitRepo: { repository: 'https://example.com/a.git' } }] },
  ),
  'entry-repeated': warning(
    'duplicate {what} {name}',
    'The same entry twice does nothing more, and hides which one was meant.',
    { 'spec.imagePullSecrets': [{ name: 'a' }, { name: 'a' }] },
    { accepts: { 'spec.imagePullSecrets': [{ name: 'a' }, { name: 'b' }] } },
  ),
  'pull-secret-empty': warning('invalid empty name ""', 'A pull secret needs a name. Remove the entry.', {
    'spec.imagePullSecrets': [{}],
  }),
  'bytes-fractional': warning(
    'fractional byte value {amount} is invalid, must be an integer',
    'An amount of bytes is a whole number. The suffix m means a thousandth; M or Mi was probably meant.',
    { 'spec.containers[0].resources': { limits: { memory: '512m' } } },
    { accepts: { 'spec.containers[0].resources': { limits: { memory: '512M' } } } },
  ),
  'env-hidden': warning(
    'hides previous definition of {name}, which may be dropped when using apply',
    'A variable is set twice and the last one wins; kubectl apply merges variables by name and may keep either.',
    {
      'spec.containers[0].env': [
        { name: 'A', value: '1' },
        { name: 'A', value: '2' },
      ],
    },
    { since: '1.30' },
  ),
  'env-hidden-before': warning(
    'hides previous definition of {name}',
    'A variable is set twice and the last one wins. Drop one of the two.',
    {
      'spec.containers[0].env': [
        { name: 'A', value: '1' },
        { name: 'A', value: '2' },
      ],
    },
    { until: '1.29' },
  ),
  'port-overlaps': warning(
    '{detail}',
    'Two entries stand for the same port of the pod, whose containers share one network.',
    { 'spec.containers[0].ports': [{ containerPort: 80 }, { containerPort: 80 }] },
  ),
  'port-name-repeated': warning(
    'duplicate port name {name} with {other}, services and probes that select ports by name will use {other}',
    'A Service that names the port gets the first one in the pod, whichever container was meant.',
    {
      'spec.containers': [
        { name: 'a', image: 'a:1', ports: [{ name: 'http', containerPort: 80 }] },
        { name: 'b', image: 'b:1', ports: [{ name: 'http', containerPort: 81 }] },
      ],
    },
    { since: '1.33' },
  ),
  'grace-period-negative': inTemplate.warning(
    'must be >= 0; negative values are invalid and will be treated as 1',
    'A grace period is not negative; the server stores the number and acts as if it were 1.',
    { 'template.spec.terminationGracePeriodSeconds': -1 },
  ),
  'address-unusual': warning(
    '{detail}',
    'The address is written in a way that programs read differently. Write it in its usual form.',
    { 'spec.hostAliases': [{ ip: '2001:DB8::1', hostnames: ['db'] }] },
    { since: '1.33' },
  ),
} as const;
