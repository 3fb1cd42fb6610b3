import { fieldChecks, rules, sortedValues, textsFor } from '../../rule';
import { csiDriver } from './examples';

const GROUP_POLICIES = ['File', 'None', 'ReadWriteOnceWithFSType'];
const LIFECYCLE_MODES = ['Persistent', 'Ephemeral'];
const SHORTEST_PERIOD = 10;
const SHORTEST_TOKEN = 600;
const LONGEST_TOKEN = 2 ** 32;

interface TokenRequest {
  readonly audience?: string;
  readonly expirationSeconds?: number;
}

const text = textsFor('validateCSIDriverSpec (pkg/apis/storage/validation)', csiDriver);

export const csiDriverRules = rules(
  'io.k8s.api.storage.v1.CSIDriverSpec',
  {
    'csi-driver-group-policy': text.notSupported(
      sortedValues(GROUP_POLICIES),
      'The policy says when the owner of the files of a volume is changed to the fsGroup of the pod.',
      { 'spec.fsGroupPolicy': 'Always' },
    ),
    'csi-driver-lifecycle-mode': text.notSupported(
      LIFECYCLE_MODES,
      'Volumes of a driver last as long as a claim (Persistent) or as a pod (Ephemeral).',
      { 'spec.volumeLifecycleModes': ['persistent'] },
    ),
    'csi-driver-token-duplicate': text.duplicate(
      '',
      'The driver gets one token for each audience, so each is named once.',
      {
        'spec.tokenRequests': [{ audience: 'vault' }, { audience: 'vault' }],
      },
      {
        accepts: { 'spec.tokenRequests': [{ audience: 'vault' }], 'spec.serviceAccountTokenInSecrets': false },
        with: { 'spec.serviceAccountTokenInSecrets': false, 'spec.tokenRequests': [{ audience: 'vault' }] },
      },
    ),
    'csi-driver-token-expiration': text.invalid(
      '{detail}',
      'A token lives for 10 minutes at least and 2^32 seconds at most.',
      { 'spec.tokenRequests[0].expirationSeconds': 599 },
      { with: { 'spec.serviceAccountTokenInSecrets': false, 'spec.tokenRequests': [{ audience: 'vault' }] } },
    ),
    'csi-driver-allocatable-period': text.invalid(
      'must be greater than or equal to 10 seconds',
      'Asking every node more often than every 10 seconds how many volumes it can take would load the cluster.',
      { 'spec.nodeAllocatableUpdatePeriodSeconds': 9 },
      { since: '1.35' },
    ),
    'csi-driver-token-in-secrets': text.invalid(
      'serviceAccountTokenInSecrets is set but no tokenRequests are specified',
      'The field says where the tokens are put, so there must be tokens. Name their audiences in tokenRequests.',
      { 'spec.serviceAccountTokenInSecrets': true },
      { since: '1.35' },
    ),
    'csi-driver-token-place': text.warning(
      'spec.serviceAccountTokenInSecrets is unset; if supported by this CSI driver, set to true to prevent possible logging of tokens in volume attributes',
      'Tokens that travel in the volume context end up in logs of some drivers. Say serviceAccountTokenInSecrets: true when the driver can read them from the secrets.',
      { 'spec.serviceAccountTokenInSecrets': undefined },
      {
        since: '1.35',
        source: 'WarningsOnCreate (pkg/registry/storage/csidriver)',
        with: { 'spec.serviceAccountTokenInSecrets': false, 'spec.tokenRequests': [{ audience: 'vault' }] },
      },
    ),
  },
  (node, report) => {
    const { fsGroupPolicy, volumeLifecycleModes = [], tokenRequests = [], serviceAccountTokenInSecrets } = node.value;
    const { oneOf, atLeast, format, each, unique } = fieldChecks(report);
    if (fsGroupPolicy !== undefined) oneOf('csi-driver-group-policy', 'fsGroupPolicy', fsGroupPolicy, GROUP_POLICIES);
    for (const mode of volumeLifecycleModes) {
      oneOf('csi-driver-lifecycle-mode', 'volumeLifecycleModes', mode, LIFECYCLE_MODES);
    }
    const isNewAudience = unique('csi-driver-token-duplicate');
    each<TokenRequest>('tokenRequests', tokenRequests, ({ audience = '', expirationSeconds }, field) => {
      if (!isNewAudience(`${field}.audience`, audience) || expirationSeconds === undefined) return;
      format('csi-driver-token-expiration', `${field}.expirationSeconds`, expirationSeconds, lifetimeProblems);
    });
    atLeast(
      'csi-driver-allocatable-period',
      'nodeAllocatableUpdatePeriodSeconds',
      node.value.nodeAllocatableUpdatePeriodSeconds,
      SHORTEST_PERIOD,
    );
    if (serviceAccountTokenInSecrets === undefined) {
      if (tokenRequests.length > 0) report('csi-driver-token-place', '');
    } else if (tokenRequests.length === 0) report('csi-driver-token-in-secrets', 'serviceAccountTokenInSecrets');
  },
);

function lifetimeProblems(seconds: number): string[] {
  if (seconds < SHORTEST_TOKEN) return ['may not specify a duration less than 10 minutes'];
  return seconds > LONGEST_TOKEN ? ['may not specify a duration larger than 2^32 seconds'] : [];
}
