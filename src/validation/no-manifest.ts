import { isChart, isKustomization } from '../facts';

/** What to do with a file of a repository that is none of the manifests in it. */
export function hintForNoManifest(object: object): string | undefined {
  if (isKustomization(object)) {
    return 'this is a file for kustomize: validate the output of "kubectl kustomize", and leave the file out with --exclude';
  }
  if (isChart(object)) {
    return 'this is the file of a Helm chart: validate the output of "helm template", and leave the chart out with --exclude';
  }
  const isTyped = ['apiVersion', 'kind', 'metadata'].some((field) => Object.hasOwn(object, field));
  if (isTyped || Object.keys(object).length === 0) return undefined;
  return 'if this file is not a manifest, such as the values of a Helm chart or a workflow, leave it out with --exclude';
}
