import { DEFAULT_ROLES } from '../facts';

/** The roles that every cluster has for users, as manifests. */
export function defaultRoles(): any[] {
  return DEFAULT_ROLES.map(({ name, labels, aggregates, rules }) => ({
    metadata: { name, labels: Object.fromEntries(labels.map((label) => [label, 'true'])) },
    ...(aggregates.length > 0 && {
      aggregationRule: { clusterRoleSelectors: aggregates.map((label) => ({ matchLabels: { [label]: 'true' } })) },
    }),
    rules: rules.map(ruleOf),
  }));
}

function ruleOf(text: string): object {
  const [where = [], what = [], verbs = []] = text.split('; ').map((part) => part.split(', '));
  if (where[0] === 'paths') return { nonResourceURLs: what, verbs };
  return { apiGroups: where, resources: what, verbs };
}
