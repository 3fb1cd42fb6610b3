import {
  IMMUTABLE,
  immutable,
  type Tolerance,
  type Tolerances,
  type UpdateNode,
  updateRules,
  updateTextsFor,
} from '../../rule';
import { ingressClass, ipAddress, serviceCidr } from './examples';

const of = (check: string, base: object) => updateTextsFor(`${check} (pkg/apis/networking/validation)`, base);

const ingressClassUpdateRules = updateRules(
  'io.k8s.api.networking.v1.IngressClass',
  {
    'ingress-class-controller-immutable': of('ValidateIngressClassUpdate', ingressClass).invalid(
      IMMUTABLE,
      'The controller of a class serves all Ingresses of it. For another controller there is another class.',
      'create another IngressClass under a new name',
      { 'spec.controller': 'example.com/other' },
    ),
  },
  (node, report) => immutable(node, report, 'ingress-class-controller-immutable', 'spec.controller'),
);

const ipAddressUpdateRules = updateRules(
  ['io.k8s.api.networking.v1.IPAddress', 'io.k8s.api.networking.v1beta1.IPAddress'],
  {
    'ip-address-parent-immutable': of('ValidateIPAddressUpdate', ipAddress).invalid(
      IMMUTABLE,
      'An IPAddress stands for one reservation of one object, its parent.',
      'delete the IPAddress and create it again',
      { 'spec.parentRef.name': 'other' },
      { since: '1.33' },
    ),
  },
  (node, report) => immutable(node, report, 'ip-address-parent-immutable', 'spec.parentRef'),
);

const serviceCidrUpdateRules = updateRules(
  ['io.k8s.api.networking.v1.ServiceCIDR', 'io.k8s.api.networking.v1beta1.ServiceCIDR'],
  {
    'service-cidr-immutable': of('ValidateServiceCIDRUpdate', serviceCidr).invalid(
      IMMUTABLE,
      'Addresses of the range are in use by Services, so a ServiceCIDR never changes; a second one can be added for dual-stack.',
      'create another ServiceCIDR beside it',
      { 'spec.cidrs': ['10.9.0.0/16'] },
      { since: '1.33' },
    ),
  },
  (node, report) => {
    const { old, now, isSecondAdded } = rangesOf(node);
    if (old.length !== now.length && !isSecondAdded) report('service-cidr-immutable', 'spec.cidrs');
    else
      for (const [index, range] of old.entries())
        if (now[index] !== range) report('service-cidr-immutable', `spec.cidrs[${index}]`);
  },
);

function rangesOf({ before, after }: UpdateNode) {
  const [old, now]: (readonly string[])[] = [before.spec?.cidrs ?? [], after.spec?.cidrs ?? []];
  return { old, now, isSecondAdded: old.length === 1 && now.length === 2 };
}

export const networkingUpdateRules = [ingressClassUpdateRules, ipAddressUpdateRules, serviceCidrUpdateRules];

/** An update checks nothing of ranges but their metadata and what changes, unless it adds the second range. */
const isOldRange: Tolerance = ({ path }, change) => !path.startsWith('metadata') && !rangesOf(change).isSecondAdded;

export const networkingTolerances: Tolerances = {
  // ValidateIngressUpdate leaves it to the controllers which of the two classes holds.
  'io.k8s.api.networking.v1.Ingress': ({ rule }) => rule === 'ingress-class-mismatch',
  'io.k8s.api.networking.v1.ServiceCIDR': isOldRange,
  'io.k8s.api.networking.v1beta1.ServiceCIDR': isOldRange,
};
