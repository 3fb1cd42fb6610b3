import type { coreV1 } from '../../kubernetes';
import { checkQuantity, checkText, definedFields, isLarger, mapOf, under } from '../../pod';
import type { ReportIssue } from '../../props';
import { qualifiedName } from '../../values';

/** ResourceAmounts by resource: `{ cpu: '500m', memory: '256Mi' }`. */
export type ResourceAmounts = Readonly<Record<string, string | number>>;

/** Limits and defaults for containers. Becomes a LimitRange. */
export interface LimitsProps {
  /** Default limits of containers: `{ cpu: '500m', memory: '256Mi' }`. */
  readonly default?: ResourceAmounts;
  /** Default requests of containers. @default their limits */
  readonly defaultRequest?: ResourceAmounts;
  readonly min?: ResourceAmounts;
  readonly max?: ResourceAmounts;
  /** Maximum ratio of limit to request. */
  readonly maxLimitRequestRatio?: ResourceAmounts;
  /** The same for whole pods. */
  readonly pod?: { readonly min?: ResourceAmounts; readonly max?: ResourceAmounts };
  /** Sizes of claims: at least one of the two. */
  readonly claims?: { readonly min?: string; readonly max?: string };
}

const text = (amounts: ResourceAmounts | undefined) =>
  mapOf(amounts && Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, String(amount)])));

/** Each amount must not be more than the next one. */
const ORDER = ['min', 'defaultRequest', 'default', 'max'] as const;

/** `spec.limits` of a LimitRange. */
export function limitsManifest(props: LimitsProps, reportIssue: ReportIssue): coreV1.LimitRangeItem[] {
  const { pod, claims } = props;
  for (const prop of [...ORDER, 'maxLimitRequestRatio'] as const) checkAmounts(props[prop], under(reportIssue, prop));
  ORDER.forEach((lower, index) => {
    for (const upper of ORDER.slice(index + 1)) checkNotMore(props, lower, upper, reportIssue);
  });
  checkAmounts(pod?.min, under(reportIssue, 'pod.min'));
  checkAmounts(pod?.max, under(reportIssue, 'pod.max'));
  const container = definedFields({
    default: text(props.default),
    defaultRequest: text(props.defaultRequest),
    min: text(props.min),
    max: text(props.max),
    maxLimitRequestRatio: text(props.maxLimitRequestRatio),
  });
  const items: coreV1.LimitRangeItem[] = [];
  if (Object.keys(container).length > 0) items.push({ type: 'Container', ...container });
  if (pod !== undefined) items.push({ type: 'Pod', ...definedFields({ min: text(pod.min), max: text(pod.max) }) });
  if (claims !== undefined) {
    if (claims.min === undefined && claims.max === undefined) reportIssue('claims', 'must set min or max');
    checkQuantity(reportIssue, 'claims.min', claims.min);
    checkQuantity(reportIssue, 'claims.max', claims.max);
    const storage = (size: string | undefined) => (size === undefined ? undefined : { storage: size });
    items.push({
      type: 'PersistentVolumeClaim',
      ...definedFields({ min: storage(claims.min), max: storage(claims.max) }),
    });
  }
  if (items.length === 0) reportIssue('', 'must set at least one limit');
  return items;
}

function checkNotMore(
  props: LimitsProps,
  lower: (typeof ORDER)[number],
  upper: (typeof ORDER)[number],
  reportIssue: ReportIssue,
): void {
  for (const [name, amount] of Object.entries(props[lower] ?? {})) {
    const bound = props[upper]?.[name];
    if (bound !== undefined && isLarger(amount, bound)) {
      reportIssue(
        `${lower}.${name}`,
        `${JSON.stringify(amount)} must not be more than ${upper}, ${JSON.stringify(bound)}`,
      );
    }
  }
}

/** Reports invalid resource names and amounts. */
export function checkAmounts(amounts: ResourceAmounts | undefined, reportIssue: ReportIssue): void {
  for (const [name, amount] of Object.entries(amounts ?? {})) {
    checkText(reportIssue, 'resource', name, qualifiedName);
    checkQuantity(reportIssue, name, amount);
  }
}
