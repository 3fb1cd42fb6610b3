/** Fields of custom resources that are about what their controllers write. */
const OUTPUT = /^(?:write|publish|output|destination|managed|secretTemplates)/i;
const NAME = /^(?:name|secretName)$/;

/** Names that fields of a custom resource give to what its controller writes: `writeConnectionSecretToRef.name` of Crossplane. */
export function writtenNames(spec: unknown): readonly string[] {
  const found = new Set<string>();
  visit(spec, false);
  return [...found];

  function visit(value: unknown, isOutput: boolean): void {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (isOutput && NAME.test(key) && typeof inner === 'string' && inner !== '') found.add(inner);
      // A password of an output is read.
      visit(inner, (isOutput || OUTPUT.test(key)) && key !== 'valueFrom');
    }
  }
}
