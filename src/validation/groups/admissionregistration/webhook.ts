import { dns1035Label, fullyQualifiedName } from '../../../values';
import { fieldChecks, rules, sortedValues, textsFor, webhookService, webhookUrl } from '../../rule';
import { definition, mutatingWebhooks, validatingWebhooks } from './examples';

const REVIEW_VERSIONS = ['v1', 'v1beta1'];
/** Fields with a few allowed values; the fields of validating webhooks and then those of mutating ones. */
const VALUES = {
  failurePolicy: ['Fail', 'Ignore'],
  matchPolicy: ['Equivalent', 'Exact'],
  sideEffects: ['None', 'NoneOnDryRun'],
  reinvocationPolicy: ['IfNeeded', 'Never'],
} satisfies Readonly<Record<string, readonly string[]>>;
const HOOK = 'webhooks[0]';

const text = textsFor('validateValidatingWebhook (pkg/apis/admissionregistration/validation)', validatingWebhooks);
const client = textsFor('ValidateWebhookService (k8s.io/apiserver/pkg/util/webhook)', validatingWebhooks);

export const webhookNamesRules = rules(
  [definition('ValidatingWebhookConfiguration'), definition('MutatingWebhookConfiguration')],
  {
    'webhook-name-duplicate': text.duplicate(
      '',
      'Webhooks of a configuration are distinguished by their names, so each needs its own.',
      { webhooks: [validatingWebhooks.webhooks[0], validatingWebhooks.webhooks[0]] },
    ),
  },
  (node, report) => {
    const { each, unique } = fieldChecks(report);
    const isNewName = unique('webhook-name-duplicate');
    each('webhooks', node.value.webhooks, ({ name = '' }, field) => {
      if (name !== '') isNewName(`${field}.name`, name);
    });
  },
);

export const webhookRules = rules(
  [definition('ValidatingWebhook'), definition('MutatingWebhook')],
  {
    'webhook-name-required': text.required('', 'A webhook is identified by its name, such as pods.check.example.com.', {
      [`${HOOK}.name`]: '',
    }),
    'webhook-name': text.invalid(
      '{detail}',
      'The name is a domain with three parts at least, so that the webhooks of different vendors do not collide.',
      { [`${HOOK}.name`]: 'check.example' },
    ),
    'webhook-value': textsFor(
      'validateMutatingWebhook (pkg/apis/admissionregistration/validation)',
      mutatingWebhooks,
    ).notSupported(
      'supported values: {supported}',
      'The policies of a webhook take one of the supported values; case matters. Since v1, sideEffects must be None or NoneOnDryRun.',
      { [`${HOOK}.failurePolicy`]: 'fail' },
    ),
    'webhook-side-effects-required': text.required(
      'must specify one of None, NoneOnDryRun',
      'The server must know whether it can ask the webhook about a dry run, so the webhook says what it changes elsewhere.',
      { [`${HOOK}.sideEffects`]: undefined },
    ),
    'webhook-timeout': text.invalid(
      'the timeout value must be between 1 and 30 seconds',
      'The request of the user waits for the webhook, so the timeout is 30 seconds at most.',
      { [`${HOOK}.timeoutSeconds`]: 31 },
    ),
    'webhook-client-ambiguous': text.required(
      'exactly one of url or service is required',
      'The server asks the webhook at a URL or at a Service of the cluster, and must know which.',
      { [`${HOOK}.clientConfig`]: {} },
    ),
    'webhook-client-required': client.required(
      '{detail}',
      'A Service is identified by its name and its namespace; a URL must be one that can be read. For a missing name the server names the namespace, and the other way round.',
      { [`${HOOK}.clientConfig.service.name`]: '' },
    ),
    'webhook-client': client.invalid(
      '{detail}',
      'Webhooks are asked over https, without user, query or fragment. The path of a Service consists of DNS subdomains, and its port is a number from 1 to 65535.',
      { [`${HOOK}.clientConfig`]: { url: 'http://check.example.com' } },
      { accepts: { [`${HOOK}.clientConfig`]: { url: 'https://check.example.com' } } },
    ),
    'webhook-review-versions-required': text.required(
      'must specify one of v1, v1beta1',
      'The server asks the webhook in one of the versions of AdmissionReview that the webhook names.',
      { [`${HOOK}.admissionReviewVersions`]: [] },
    ),
    'webhook-review-version': text.invalid(
      '{detail}',
      'The versions of AdmissionReview are v1 and v1beta1. Others may be named beside them, once each, by a DNS label.',
      { [`${HOOK}.admissionReviewVersions`]: ['v2'] },
    ),
  },
  (node, report) => {
    const { required, format } = fieldChecks(report);
    const { name = '', sideEffects, timeoutSeconds = 10, clientConfig = {}, admissionReviewVersions = [] } = node.value;
    if (required('webhook-name-required', 'name', name)) format('webhook-name', 'name', name, fullyQualifiedName);
    for (const [field, values] of Object.entries(VALUES)) {
      const value = node.value[field as keyof typeof VALUES];
      if (value !== undefined && !values.includes(value))
        report('webhook-value', field, { supported: sortedValues(values) });
    }
    if (sideEffects === undefined) report('webhook-side-effects-required', 'sideEffects');
    if (timeoutSeconds < 1 || timeoutSeconds > 30) report('webhook-timeout', 'timeoutSeconds');
    const { url, service } = clientConfig;
    if ((url === undefined) === (service === undefined)) report('webhook-client-ambiguous', 'clientConfig');
    else {
      const found = url === undefined ? webhookService(service ?? {}, true, node.minor) : webhookUrl(url);
      for (const { field, reason, message, value } of found) {
        const id = reason === 'FieldValueRequired' ? 'webhook-client-required' : 'webhook-client';
        report(id, `clientConfig.${field}`, { detail: message, value });
      }
    }
    reviewVersions(admissionReviewVersions, (field, detail) => {
      if (detail === undefined) report('webhook-review-versions-required', field);
      else report('webhook-review-version', field, { detail });
    });
  },
);

function reviewVersions(versions: readonly string[], invalid: (field: string, detail?: string) => void): void {
  const field = 'admissionReviewVersions';
  if (versions.length === 0) {
    invalid(field);
    return;
  }
  for (const [index, version] of versions.entries()) {
    if (versions.indexOf(version) < index) invalid(`${field}[${index}]`, 'duplicate version');
    else for (const detail of dns1035Label(version)) invalid(`${field}[${index}]`, detail);
  }
  if (!versions.some((version) => REVIEW_VERSIONS.includes(version))) {
    invalid(field, `must include at least one of ${REVIEW_VERSIONS.join(', ')}`);
  }
}
