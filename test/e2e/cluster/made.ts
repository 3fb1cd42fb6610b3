/** Marks what a run adds to the cluster outside of namespaces. */
export const MADE = 'e2e.cdk8s-patterns.dev/made';
