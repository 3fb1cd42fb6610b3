import { readDocuments } from '../../reading';

/** The value of a text in YAML; undefined for one that cannot be read, or that has several documents. */
export function valueOfYaml(text: string): unknown {
  const [document, ...others] = readDocuments(text, '');
  return others.length === 0 ? document?.value : undefined;
}
