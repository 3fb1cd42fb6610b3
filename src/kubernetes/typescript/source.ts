/** Text of the files to write, by file name. */
export type SourceFiles = ReadonlyMap<string, string>;

/** A field name as TypeScript takes it in an interface. */
export function fieldName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name);
}

/** A string literal with single quotes. */
export function quote(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** Union of literals, such as `'Always' | 'Never'`. */
export function literalUnion(values: readonly unknown[]): string {
  return values.map((value) => (typeof value === 'string' ? quote(value) : JSON.stringify(value))).join(' | ');
}

/** A list of a type; unions get brackets. */
export function listOf(type: string): string {
  return /[ |{]/.test(type) ? `Array<${type}>` : `${type}[]`;
}

/** `metrics-v1beta1` and `storage.k8s.io` become `metricsV1beta1` and `storageK8sIo`. */
export function camelCase(text: string): string {
  return text.replace(/[^A-Za-z0-9]+([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** `metrics-v1beta1` becomes `MetricsV1beta1`. */
export function pascalCase(text: string): string {
  const camel = camelCase(text);
  return camel.charAt(0).toUpperCase() + camel.slice(1);
}
