import { requireArguments } from '../values';

/** Values of the recommended labels of Kubernetes. */
export interface RecommendedLabels {
  /** Name of the application, such as `mysql`; becomes `app.kubernetes.io/name`. */
  readonly name: string;
  /** Unique name of this instance; becomes `app.kubernetes.io/instance`. @default name */
  readonly instance?: string;
  /** Component within the architecture, such as `database`; becomes `app.kubernetes.io/component`. @default - no such label */
  readonly component?: string;
  /** Larger application it is part of; becomes `app.kubernetes.io/part-of`. @default - no such label */
  readonly partOf?: string;
  /** Version of the application; becomes `app.kubernetes.io/version`. @default - no such label */
  readonly version?: string;
  /** Tool that manages it; becomes `app.kubernetes.io/managed-by`. @default 'cdk8s' */
  readonly managedBy?: string;
}

const PREFIX = 'app.kubernetes.io';

/**
 * The labels for an object's metadata.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/
 */
export function recommendedLabels(labels: RecommendedLabels): Record<string, string> {
  requireArguments('recommendedLabels', { labels: [labels, 'an object'] });
  return {
    ...selectorLabels(labels),
    ...(labels.partOf !== undefined && { [`${PREFIX}/part-of`]: labels.partOf }),
    ...(labels.version !== undefined && { [`${PREFIX}/version`]: labels.version }),
    [`${PREFIX}/managed-by`]: labels.managedBy ?? 'cdk8s',
  };
}

/**
 * The recommended labels used as selector. The selector of a Deployment is immutable, so labels that
 * change between releases (version, part-of) are not part of it.
 */
export function selectorLabels(
  labels: Pick<RecommendedLabels, 'name' | 'instance' | 'component'>,
): Record<string, string> {
  requireArguments('selectorLabels', { labels: [labels, 'an object'] });
  const { name, instance = name, component } = labels;
  return {
    [`${PREFIX}/name`]: name,
    [`${PREFIX}/instance`]: instance,
    ...(component !== undefined && { [`${PREFIX}/component`]: component }),
  };
}
