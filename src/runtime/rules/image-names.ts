import { parseImage } from '../../images';
import { pod } from '../examples';
import type { RuntimeRule } from '../runtime-rule';

const NORMALIZE = 'ParseNormalizedNamed (github.com/distribution/reference)';

/** The kubelet parses the reference before it pulls. */
export const imageReferenceInvalid: RuntimeRule = {
  id: 'image-reference-invalid',
  severity: 'error',
  message: 'couldn\'t parse image name "Shop:1.4.2": invalid reference format',
  why: 'kube-apiserver only requires that the field is not empty. The kubelet parses the reference, and a container whose image is malformed stays in InvalidImageName.',
  hint: 'write REPOSITORY:TAG with lowercase letters, such as ghcr.io/acme/shop:1.4.2',
  source: `ParseImageName (pkg/util/parsers), ${NORMALIZE}`,
  refused: pod({ image: 'Shop:1.4.2' }),
  accepted: pod({ image: 'shop:1.4.2' }),
  check: ({ containers }, report) => {
    for (const { container, field, name } of containers) {
      const image: unknown = container.image;
      if (typeof image !== 'string' || image === '' || parseImage(image) !== undefined) continue;
      report({
        field: `${field}.image`,
        message: `couldn't parse image name ${JSON.stringify(image)}: ${whatIsWrong(image)} (container: ${name})`,
        hint: hintOf(image),
      });
    }
  },
};

/** As ParseNormalizedNamed says it: without the registry, with the `library` of Docker Hub. */
function whatIsWrong(image: string): string {
  const [first = '', ...rest] = image.split('@')[0]!.split('/');
  const hasRegistry = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost' || /[A-Z]/.test(first));
  const name = (hasRegistry ? rest : [first, ...rest]).join('/').split(':')[0]!;
  const repository = hasRegistry || rest.length > 0 ? name : `library/${name}`;
  return /[A-Z]/.test(repository) && parseImage(image.toLowerCase()) !== undefined
    ? `invalid reference format: repository name (${repository}) must be lowercase`
    : 'invalid reference format';
}

function hintOf(image: string): string | undefined {
  if (/\$\{?\w|<\w+>|\{\{/.test(image)) return 'a variable was not replaced: the kubelet does not expand them in image';
  if (/\s/.test(image)) return 'remove the spaces';
  if (/^[a-z]+:\/\//.test(image)) return `leave out the scheme: ${image.replace(/^[a-z]+:\/\//, '')}`;
  if (/:$/.test(image)) return 'the tag is empty';
  const lower = image.toLowerCase();
  return parseImage(lower) === undefined ? undefined : `use ${JSON.stringify(lower)}`;
}

/** What programs print for a value that is missing. */
const MISSING_VALUES = ['undefined', 'null', 'NaN', 'None', 'nil', 'object'];

/** A tag that a program made from a missing value. */
export const imageTagMissingValue: RuntimeRule = {
  id: 'image-tag-missing-value',
  severity: 'error',
  message: 'the tag of shop:undefined is the text of a missing value',
  why: 'The program that created the manifest had no version and wrote the text of its missing value as the tag. No registry has it: the container stays in ErrImagePull.',
  hint: 'set the version in the program',
  source: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  refused: pod({ image: 'shop:undefined' }),
  accepted: pod({ image: 'shop:1.4.2' }),
  check: ({ containers }, report) => {
    for (const { container, field, name } of containers) {
      const parts = typeof container.image === 'string' ? parseImage(container.image) : undefined;
      const words = [parts?.tag, ...(parts?.repository.split('/') ?? [])];
      const missing = words.find((word) => word !== undefined && MISSING_VALUES.includes(word) && word !== 'object');
      if (missing === undefined || parts?.digest !== undefined) continue;
      const part = missing === parts?.tag ? 'the tag' : `the part "${missing}"`;
      report({
        field: `${field}.image`,
        message: `${part} of ${container.image} is the text of a missing value (container: ${name})`,
      });
    }
  },
};

/** With a floating tag the pull policy decides which version runs. */
export const imageTagFloating: RuntimeRule = {
  id: 'image-tag-floating',
  severity: 'warning',
  message: 'the tag latest with imagePullPolicy IfNotPresent runs whichever version a node has',
  why: 'With IfNotPresent or Never a node does not ask the registry again for a tag that it has: pods of one workload run different versions, for as long as the nodes live. Without a policy the default for latest is Always, which is a note.',
  hint: 'set a version tag or a digest',
  source: 'https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy',
  refused: pod({ image: 'ghcr.io/acme/shop:latest', imagePullPolicy: 'IfNotPresent' }),
  accepted: pod({ image: 'ghcr.io/acme/shop:1.4.2', imagePullPolicy: 'IfNotPresent' }),
  check: ({ containers, template }, report) => {
    // https://istio.io/latest/docs/setup/additional-setup/gateway/: the injection of a gateway replaces it.
    const isInjected = template.metadata?.annotations?.['inject.istio.io/templates'] !== undefined;
    for (const { container, field, name } of containers) {
      if (container.image === 'auto' && isInjected) continue;
      const parts = typeof container.image === 'string' ? parseImage(container.image) : undefined;
      if (parts === undefined || parts.digest !== undefined) continue;
      if (parts.tag !== undefined && parts.tag !== 'latest') continue;
      const policy: string | undefined = container.imagePullPolicy;
      const what = parts.tag === undefined ? 'an image without a tag (latest)' : 'the tag latest';
      const isStale = policy === 'IfNotPresent' || policy === 'Never';
      report({
        field: `${field}.image`,
        message: isStale
          ? `${what} with imagePullPolicy ${policy} runs whichever version a node has (container: ${name})`
          : `${what} runs whichever version the registry has when a pod starts (container: ${name})`,
        severity: isStale ? 'warning' : 'note',
      });
    }
  },
};

/** A registry has version tags in one form. */
export const imageTagForm: RuntimeRule = {
  id: 'image-tag-form',
  severity: 'warning',
  message: 'prom/mysqld-exporter has no tag 0.17.2: its versions begin with v',
  why: 'Some projects tag their images with a v before the version (v3.5.0), others without it (1.29.0), and a registry has the one form only. With the other form the image cannot be pulled: the container stays in ErrImagePull.',
  hint: 'write the tag as the registry has it',
  source: 'the tags of the image in its registry, see docs/image-facts.md',
  refused: pod({ image: 'prom/mysqld-exporter:0.17.2', args: ['--mysqld.username=exporter'] }),
  accepted: pod({ image: 'prom/mysqld-exporter:v0.17.2', args: ['--mysqld.username=exporter'] }),
  check: ({ containers }, report) => {
    for (const { container, field, name, facts, image } of containers) {
      const parts = typeof container.image === 'string' ? parseImage(container.image) : undefined;
      if (facts?.versionPrefix === undefined || image!.certainty !== 'same' || parts?.digest !== undefined) continue;
      const [, prefix, version] = /^(v?)(\d+\.\d.*)$/.exec(parts?.tag ?? '') ?? [];
      if (version === undefined || prefix === facts.versionPrefix) continue;
      report({
        field: `${field}.image`,
        message: `${image!.name} has no tag ${parts!.tag}: its versions ${facts.versionPrefix === '' ? 'have no v' : `begin with ${facts.versionPrefix}`} (container: ${name})`,
        hint: `use ${facts.versionPrefix}${version}`,
      });
    }
  },
};
