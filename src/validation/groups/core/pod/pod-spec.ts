import {
  containerResourceName,
  dns1123Label,
  dns1123Subdomain,
  labelsProblems,
  qualifiedName,
} from '../../../../values';
import { fieldChecks, rules, textsFor } from '../../../rule';
import { POD_TEMPLATE, podTexts } from './examples';
import { POD_SPEC } from './pod-ancestors';
import { RESOURCE_TEXTS, resourceRequirements } from './resource-requirements';

const spec = podTexts('ValidatePodSpec');
const hostname = podTexts('validatePodHostName');
const LONGEST_HOSTNAME = 64;
const LARGEST_DEADLINE = 2147483647;

const CHOICES = {
  restartPolicy: ['Always', 'OnFailure', 'Never'],
  dnsPolicy: ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'],
  preemptionPolicy: ['Never', 'PreemptLowerPriority'],
} as const;
const LABELS = ['hostname', 'subdomain'] as const;
const SUBDOMAINS = ['serviceAccountName', 'nodeName', 'priorityClassName'] as const;

/** Single fields of a pod spec. */
export const podSpecRules = rules(
  POD_SPEC,
  {
    ...RESOURCE_TEXTS,
    'containers-required': podTexts('validateContainers').required(
      '',
      'A pod runs at least one container; init containers alone do not make a pod.',
      {
        'spec.containers': [],
      },
    ),
    'pod-choice': podTexts('validateRestartPolicy').notSupported(
      'supported values: {supported}',
      'The policy is one of the supported values; case matters.',
      { 'spec.restartPolicy': 'always' },
      { accepts: { 'spec.restartPolicy': 'Always' } },
    ),
    'pod-choice-required': textsFor(
      'ValidatePreemptionPolicy (pkg/apis/core/validation/validation.go)',
      POD_TEMPLATE,
    ).required('', 'A policy that is there is not empty. Leave the field out to get the default.', {
      'template.spec.preemptionPolicy': '',
    }),
    'pod-name-field': spec.invalid(
      '{detail}',
      'The field names another object or becomes a part of the DNS name of the pod, so it must be a legal name of that kind.',
      { 'spec.serviceAccountName': 'Web_App' },
      { accepts: { 'spec.serviceAccountName': 'web' } },
    ),
    'pod-deadline': spec.invalid(
      'must be between 1 and 2147483647, inclusive',
      'activeDeadlineSeconds is the time in seconds after which the pod is ended, so it is at least one.',
      { 'spec.activeDeadlineSeconds': 0 },
      { accepts: { 'spec.activeDeadlineSeconds': 60 } },
    ),
    'pod-node-selector': spec.invalid(
      '{detail}',
      'A nodeSelector is a map of node labels, so its keys and values must be legal for labels.',
      { 'spec.nodeSelector': { 'a b': 'c' } },
      { accepts: { 'spec.nodeSelector': { disk: 'ssd' } } },
    ),
    'pod-gate-name': podTexts('validateSchedulingGates').invalid(
      '{detail}',
      'Readiness gates and scheduling gates are named like labels: NAME or DOMAIN/NAME.',
      { 'spec.readinessGates': [{ conditionType: 'a b' }] },
      { accepts: { 'spec.readinessGates': [{ conditionType: 'example.com/ready' }] } },
    ),
    'pod-gate-duplicate': podTexts('validateSchedulingGates').duplicate(
      '',
      'A scheduling gate is removed by its name, so each name occurs once.',
      { 'spec.schedulingGates[1].name': 'a' },
      { with: { 'spec.schedulingGates': [{ name: 'a' }, { name: 'b' }] } },
    ),
    'pod-hostname-override': hostname.forbidden(
      'may not be specified when {detail}',
      'hostnameOverride is the whole hostname of the pod, so it cannot be combined with settings that set another one.',
      { 'spec.hostNetwork': true },
      { with: { 'spec.hostnameOverride': 'web' }, since: '1.35' },
    ),
    'pod-hostname-override-too-long': hostname.tooLong(
      `may not be more than ${LONGEST_HOSTNAME} bytes`,
      'Linux takes hostnames of at most 64 characters.',
      { 'spec.hostnameOverride': 'a'.repeat(LONGEST_HOSTNAME - 1).concat('.b') },
      { accepts: { 'spec.hostnameOverride': 'web' }, since: '1.35' },
    ),
  },
  (node, report) => {
    const { required, format, each } = fieldChecks(report);
    const { value } = node;
    required('containers-required', 'containers', value.containers ?? []);
    for (const [field, allowed] of Object.entries(CHOICES)) {
      const choice = value[field as keyof typeof CHOICES];
      if (choice === undefined || !required('pod-choice-required', field, choice)) continue;
      if (!allowed.includes(choice as never)) report('pod-choice', field, { value: choice, supported: allowed });
    }
    const named = (field: string, messages: (text: string) => readonly string[], name: string): void => {
      format('pod-name-field', field, name, messages);
    };
    for (const field of LABELS) if (value[field]) named(field, dns1123Label, value[field]);
    for (const field of SUBDOMAINS) if (value[field]) named(field, dns1123Subdomain, value[field]);
    if (value.runtimeClassName !== undefined) named('runtimeClassName', dns1123Subdomain, value.runtimeClassName);
    const deadline = value.activeDeadlineSeconds;
    if (deadline !== undefined && (deadline < 1 || deadline > LARGEST_DEADLINE)) {
      report('pod-deadline', 'activeDeadlineSeconds', { value: deadline });
    }
    for (const { value: wrong, message } of labelsProblems(value.nodeSelector, 'nodeSelector')) {
      report('pod-node-selector', 'nodeSelector', { value: wrong, detail: message });
    }
    each('readinessGates', value.readinessGates, ({ conditionType = '' }: any, at) =>
      gate(`${at}.conditionType`, conditionType),
    );
    const gates = new Set<string>();
    (value.schedulingGates ?? []).forEach(({ name = '' }: any, index: number) => {
      gate(`schedulingGates[${index}]`, name);
      if (gates.has(name)) report('pod-gate-duplicate', `schedulingGates[${index}]`, { value: name });
      gates.add(name);
    });
    if (value.overhead !== undefined) {
      resourceRequirements({ limits: value.overhead }, 'overhead', containerResourceName, report);
    }
    checkHostname(value.hostnameOverride);

    function gate(field: string, name: string): void {
      format('pod-gate-name', field, name, qualifiedName);
    }
    function checkHostname(override: string | undefined): void {
      if (override === undefined) return;
      const clash = (detail: string): void => report('pod-hostname-override', 'hostnameOverride', { detail });
      if (value.setHostnameAsFQDN === true) clash('setHostnameAsFQDN is true');
      if (value.hostNetwork === true) clash('hostNetwork is true');
      if (override.length > LONGEST_HOSTNAME) report('pod-hostname-override-too-long', 'hostnameOverride');
      named('hostnameOverride', dns1123Subdomain, override);
    }
  },
);
