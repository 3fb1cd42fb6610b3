/** Where the type of a definition goes: file (without .ts) and name in it. */
export interface TypeName {
  readonly file: string;
  readonly name: string;
}

const IN_GROUP_VERSION = /(?:^|\.)([^.]+)\.(v\d\w*)\.([^.]+)$/;

/**
 * `io.k8s.api.apps.v1.Deployment` is `Deployment` in `apps-v1`; definitions outside of any API version (Quantity,
 * IntOrString) are in `common`.
 */
export function typeNameOf(definition: string): TypeName {
  const match = IN_GROUP_VERSION.exec(definition);
  if (match !== null) return { file: `${match[1]}-${match[2]}`, name: match[3]! };
  return { file: 'common', name: definition.slice(definition.lastIndexOf('.') + 1) };
}
