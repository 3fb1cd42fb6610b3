const DOMAIN =
  '(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\\[[0-9a-fA-F:]+\\])(?::[0-9]+)?';
const COMPONENT = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
/** @see https://github.com/distribution/reference/blob/main/reference.go */
const REFERENCE = new RegExp(
  `^((?:${DOMAIN}/)?${COMPONENT}(?:/${COMPONENT})*)(?::([\\w][\\w.-]{0,127}))?(?:@([A-Za-z][A-Za-z0-9]*:[0-9a-fA-F]{32,}))?$`,
);

/** The parts of an image reference. */
export interface ImageParts {
  readonly repository: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

/** The parts of a reference; undefined when it is malformed. */
export function parseImage(reference: string): ImageParts | undefined {
  const match = REFERENCE.exec(reference);
  return match === null ? undefined : { repository: match[1]!, tag: match[2], digest: match[3] };
}

/**
 * The repository with its registry, as container runtimes complete it: `nginx` is `docker.io/library/nginx`.
 *
 * @see https://github.com/distribution/reference/blob/main/normalize.go splitDockerDomain
 */
export function canonicalRepository(repository: string): string {
  const [first = '', ...rest] = repository.split('/');
  const hasRegistry =
    rest.length > 0 && (first.includes('.') || first.includes(':') || first === 'localhost' || /[A-Z]/.test(first));
  const registry = hasRegistry ? first : 'docker.io';
  const path = (hasRegistry ? rest : [first, ...rest]).join('/');
  if (registry !== 'docker.io' && registry !== 'index.docker.io') return `${registry}/${path}`;
  return `docker.io/${path.includes('/') ? path : `library/${path}`}`;
}

/** Directories of a registry that hold copies of other registries. */
const MIRROR_DIRECTORIES =
  /^(mirrors?|prox(y|ies)|(pull-?through-?)?cache|dockerhub|docker-hub|hub|docker|docker\.io|public|upstream)$/;

/** How certain it is that an image is one of a repository. */
export type Certainty = 'same' | 'mirror' | 'likely';

/**
 * Whether an image of `repository` is one of the `known` repository, both canonical: the same one, a copy under the path that
 * mirrors keep (`registry.example.com/mirror/library/nginx`), or one that is only named alike (`registry.example.com/nginx`).
 */
export function isCopyOf(repository: string, known: string): Certainty | undefined {
  if (repository === known) return 'same';
  const [registry, ...path] = repository.split('/');
  const [knownRegistry, ...knownPath] = known.split('/');
  const name = knownPath.join('/');
  const copied = path.join('/');
  if (registry === knownRegistry) return undefined;
  if (knownPath.length > 1 && (copied === name || copied.endsWith(`/${name}`))) return 'mirror';
  const short = knownPath.at(-1)!;
  if (knownPath[0] !== 'library' || path.at(-1) !== short) return undefined;
  const directories = path.slice(0, -1);
  if (directories.length === 0) return PUBLIC_REGISTRIES.has(registry!) ? undefined : 'likely';
  return directories.every((directory) => MIRROR_DIRECTORIES.test(directory)) ? 'mirror' : undefined;
}

/** Registries that publish images of many owners, where a name alone says nothing. */
const PUBLIC_REGISTRIES = new Set(['ghcr.io', 'quay.io', 'gcr.io', 'registry.k8s.io', 'mcr.microsoft.com', 'lscr.io']);
