import type { KubernetesVersion } from '../../facts';
import type { Finding, InputObject } from '../../findings';
import { type ReadingProblem, type ReadManifest, readManifests } from '../../reading';
import { checkReferences } from '../../references';
import type { Summary } from '../../report';
import { type ValidateOptions, validate } from '../../validation';
import type { ManifestFile } from './manifest-files';

/** Called before each file with the number of files that are done. */
export type Progress = (done: number, total: number) => void;

/** Reads and checks files one after the other, then how their objects refer to each other; `document` counts on over all of them. */
export function checkFiles(files: readonly ManifestFile[], options: ValidateOptions, progress: Progress): Summary {
  const { kubernetesVersion } = options;
  const versions = typeof kubernetesVersion === 'string' ? [kubernetesVersion] : kubernetesVersion;
  const findings: Finding[] = [];
  const read: { readonly object: object; readonly document: number; readonly locate: ReadManifest['locate'] }[] = [];
  let documents = 0;
  for (const [index, file] of files.entries()) {
    progress(index, files.length);
    const manifests = readManifests(file.read(), file.name);
    for (const manifest of manifests) {
      const document = documents + manifest.document;
      findings.push(...manifest.problems.map((problem) => findingOf(problem, document, versions)));
      if (manifest.object !== undefined) {
        const input: InputObject = { object: manifest.object, document, locate: manifest.locate };
        findings.push(...validate([input], options));
        read.push({ object: manifest.object, document, locate: manifest.locate });
      }
    }
    documents += manifests.length === 0 ? 0 : manifests[manifests.length - 1].document + 1;
  }
  const references = checkReferences(
    read.map(({ object }) => object),
    { kubernetesVersion: versions[0] },
  ).map((finding): Finding => {
    const { document, locate } = read[finding.document!]!;
    // The rest of what is applied may lie elsewhere, so the verdict of the run is left to the server's rules.
    return { ...finding, severity: 'warning', ...locate(finding.path), document };
  });
  return { documents, findings: [...findings, ...references] };
}

function findingOf(
  problem: ReadingProblem,
  document: number,
  kubernetesVersions: readonly KubernetesVersion[],
): Finding {
  return {
    rule: problem.rule,
    category: 'api',
    severity: problem.severity,
    reason: problem.severity === 'error' ? 'Syntax' : 'Warning',
    path: '',
    message: problem.message,
    hint: problem.hint,
    apiVersion: '',
    kind: '',
    file: problem.file,
    line: problem.line,
    column: problem.column,
    document,
    kubernetesVersions,
  };
}
