import { dns1035Label } from '../../../values';
import { GoValue } from '../../printing';
import { fieldChecks, rules, sortedValues, textsFor, webhookService, webhookUrl } from '../../rule';
import { customResourceDefinition } from './examples';

const STRATEGIES = ['None', 'Webhook'];
const REVIEW_VERSIONS = ['v1', 'v1beta1'];
const WEBHOOK = {
  'spec.conversion': {
    strategy: 'Webhook',
    webhook: {
      conversionReviewVersions: ['v1'],
      clientConfig: { service: { name: 'convert', namespace: 'default' } },
    },
  },
};

const text = textsFor(
  'validateCustomResourceConversion (apiextensions-apiserver pkg/apis/apiextensions/validation)',
  customResourceDefinition,
);

/** How objects are converted between the versions. */
export const conversionRules = rules(
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceConversion',
  {
    'crd-conversion-strategy-required': text.required(
      '',
      'Objects are either the same in all versions or converted by a webhook; the definition sets which.',
      { 'spec.conversion': { strategy: '' } },
      { accepts: { 'spec.conversion': { strategy: 'None' } } },
    ),
    'crd-conversion-strategy': text.notSupported(
      sortedValues(STRATEGIES),
      'Objects are either the same in all versions or converted by a webhook.',
      { 'spec.conversion': { strategy: 'webhook' } },
      { accepts: { 'spec.conversion': { strategy: 'None' } } },
    ),
    'crd-conversion-required': text.required(
      '{detail}',
      'The server must know where the webhook is, by a URL or by the name and namespace of a Service, and in which versions of ConversionReview it may ask.',
      { 'spec.conversion.webhook.conversionReviewVersions': [] },
      { with: WEBHOOK },
    ),
    'crd-conversion': text.invalid(
      '{detail}',
      'Webhooks are asked over https, at a port from 1 to 65535, in a version of ConversionReview that the server knows: v1 or v1beta1.',
      { 'spec.conversion.webhook.conversionReviewVersions': ['v2'] },
      { with: WEBHOOK },
    ),
    'crd-conversion-webhook': text.forbidden(
      'should not be set when strategy is not set to Webhook',
      'Without a webhook there is nothing to say about it. Leave the field out, or say the strategy Webhook.',
      { 'spec.conversion.strategy': 'None' },
      { with: WEBHOOK },
    ),
  },
  (node, report) => {
    const { required, oneOf } = fieldChecks(report);
    const { strategy = '', webhook = {} } = node.value;
    const { clientConfig, conversionReviewVersions = [] } = webhook;
    if (required('crd-conversion-strategy-required', 'strategy', strategy)) {
      oneOf('crd-conversion-strategy', 'strategy', strategy, STRATEGIES);
    }
    if (strategy !== 'Webhook') {
      if (clientConfig !== undefined) report('crd-conversion-webhook', 'webhookClientConfig');
      if (conversionReviewVersions.length > 0) report('crd-conversion-webhook', 'conversionReviewVersions');
      return;
    }
    const { url, service } = clientConfig ?? {};
    if (clientConfig === undefined) {
      report('crd-conversion-required', 'webhookClientConfig', { detail: 'required when strategy is set to Webhook' });
    } else if ((url === undefined) === (service === undefined)) {
      report('crd-conversion-required', 'webhookClientConfig', {
        detail: 'exactly one of url or service is required',
      });
    } else {
      const found = url === undefined ? webhookService(service ?? {}, true, node.minor) : webhookUrl(url);
      for (const { field, reason, message, value } of found) {
        const id = reason === 'FieldValueRequired' ? 'crd-conversion-required' : 'crd-conversion';
        report(id, `webhookClientConfig.${field}`, { detail: message, value });
      }
    }
    const field = 'conversionReviewVersions';
    if (conversionReviewVersions.length === 0) {
      report('crd-conversion-required', field, { detail: '' });
      return;
    }
    for (const [index, version] of conversionReviewVersions.entries()) {
      const problems =
        conversionReviewVersions.indexOf(version) < index ? ['duplicate version'] : dns1035Label(version);
      for (const detail of problems) report('crd-conversion', `${field}[${index}]`, { detail, value: version });
    }
    if (!conversionReviewVersions.some((version: string) => REVIEW_VERSIONS.includes(version))) {
      const detail = `must include at least one of ${REVIEW_VERSIONS.join(', ')}`;
      report('crd-conversion', field, { detail, value: new GoValue('[]string', conversionReviewVersions) });
    }
  },
);
