import { didYouMean } from '../../values';
import { valuesAt } from '../edges';
import { customList, kindKey } from '../input/placed';
import type { Dangling } from '../rule/reference-rule';

/** Kinds of Argo CD with several sources, and the spec of an Application in them. */
export const SOURCES: Readonly<Record<string, string>> = {
  'argoproj.io/Application': 'spec',
  'argoproj.io/ApplicationSet': 'spec.template.spec',
};

/**
 * Files of values of another source, `$ref/values.yaml`, that no source is called: "which is not one of the available sources".
 *
 * @see https://github.com/argoproj/argo-cd/blob/master/reposerver/repository/repository.go resolveReferencedSources
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/multiple_sources/#helm-value-files-from-external-git-repository
 */
export function unknownSources(object: any): Dangling[] {
  const path = SOURCES[kindKey(object?.apiVersion, object?.kind)];
  const [spec] = path === undefined ? [] : valuesAt(object, path);
  // With one source, `$NAME` is a variable of the build.
  const names = customList(spec?.value?.sources).flatMap((source) =>
    typeof source?.ref === 'string' ? [source.ref] : [],
  );
  if (names.some((name) => name.includes('{{'))) return [];
  return ['helm.valueFiles[]', 'helm.fileParameters[].path']
    .flatMap((field) => valuesAt(object, `${path}.sources[].${field}`))
    .flatMap(({ value, field }): Dangling[] => {
      const name = /^\$([^/{}]+)\//.exec(String(value))?.[1];
      if (name === undefined || name.startsWith('ARGOCD_') || names.includes(name)) return [];
      const message = `no source has ref: ${name}`;
      const hint =
        didYouMean(name, names) ??
        (names.length === 0 ? 'set ref of the source with the file' : `the sources with a ref are ${names.join(', ')}`);
      return [{ field, message, hint, certainty: 'wrong' }];
    });
}
