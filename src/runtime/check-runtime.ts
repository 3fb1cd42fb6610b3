import { type KubernetesVersion, minorOf, NEWEST_VERSION, podTemplateOf } from '../facts';
import { type Finding, internalError, type RawFinding } from '../findings';
import { type ImageCatalog, type ImageFacts, knownImages } from '../images';
import { type DecodedObject, overVersions, typedPods } from '../validation';
import { requireArguments } from '../values';
import { checkNodeSizes, type NodeSize } from './node-size';
import type { Lookup } from './other-objects';
import { RUNTIME_RULES } from './registry';
import { rememberedOf } from './remembered';
import { RuntimePod } from './runtime-pod';
import type { RuntimeRule } from './runtime-rule';

/** Options of `checkRuntime`. */
export interface RuntimeOptions {
  /** Facts of own images, which win over those of the package. @default none */
  readonly images?: readonly ImageFacts[];
  /** Sizes of the nodes. @default not known: requests are not compared with them */
  readonly nodes?: readonly NodeSize[];
  /** Version of the kubelet. @default the newest */
  readonly kubernetesVersion?: KubernetesVersion;
}

/** What `checkRuntime` does; its own file, which is loaded with all rules at the first call. */
export function checkRuntime(objects: readonly unknown[], options: RuntimeOptions = {}): Finding[] {
  requireArguments('checkRuntime', { objects: [objects, 'an array'], options: [options, 'an object'] });
  const { kubernetesVersion = NEWEST_VERSION, nodes = [], images = [] } = options;
  checkNodeSizes('checkRuntime', nodes);
  const { typed, moved } = typedPods(objects, kubernetesVersion);
  const surroundings = { images: knownImages().with(images), nodes };
  return runtimeFindings(typed, [kubernetesVersion], surroundings).flatMap(moved);
}

/** What the checks know beside the objects. */
interface Surroundings {
  readonly images: ImageCatalog;
  readonly nodes: readonly NodeSize[];
  /** Objects may be those of the run before, which are not checked again. */
  readonly isRepeated?: boolean;
}

/** The same for objects whose fields have the types of their kinds; an undefined one is left out. */
export function runtimeFindings(
  objects: readonly (DecodedObject | undefined)[],
  versions: readonly KubernetesVersion[],
  { images, nodes, isRepeated = false }: Surroundings,
): Finding[] {
  const pods = objects.flatMap((object, document) => {
    const template = object === undefined ? undefined : podTemplateOf(object);
    if (object === undefined || template === undefined) return [];
    const inVersion = (version: KubernetesVersion) =>
      new RuntimePod(object, template, images, objects, minorOf(version), nodes);
    return [{ object, document, inVersion }];
  });
  const ofPods = pods.flatMap(({ object, document, inVersion }) => {
    const find = () => {
      const lookups: Lookup[] = [];
      const ofVersions = overVersions(versions, (version) => {
        const pod = inVersion(version);
        const reported: RawFinding[] = [];
        for (const rule of RUNTIME_RULES) addReported(reported, rule, pod);
        lookups.push(...pod.lookups);
        return reported;
      });
      return { found: ofVersions, lookups };
    };
    const { found } = isRepeated ? rememberedOf(object, { versions, images, nodes, objects }, find) : find();
    const { apiVersion, kind, metadata } = object;
    const { namespace, name } = metadata;
    return found.map(({ raw, kubernetesVersions }) => ({
      ...raw,
      category: 'runtime' as const,
      ...{ apiVersion, kind, namespace, name, document, kubernetesVersions },
    }));
  });
  // Such rules compare with nodes.
  const all = nodes.length === 0 ? [] : pods.map(({ inVersion }) => inVersion(versions.at(-1)!));
  const ofAll = RUNTIME_RULES.flatMap((rule): Finding[] => {
    const found: Finding[] = [];
    const add = (raw: RawFinding) =>
      found.push({ ...raw, category: 'runtime', apiVersion: '', kind: '', kubernetesVersions: versions });
    try {
      rule.checkAll?.(all, ({ message, hint = rule.hint, severity = rule.severity }) => {
        add({ rule: rule.id, severity, reason: 'RuntimeFailure', path: '', message, hint });
      });
    } catch (error) {
      add(internalError(`the rule ${rule.id}`, error, {}));
    }
    return found;
  });
  return [...ofPods, ...ofAll];
}

/** A rule that throws is a finding, so that it hides nothing else. */
function addReported(found: RawFinding[], rule: RuntimeRule, pod: RuntimePod): void {
  try {
    rule.check(pod, ({ field, message, hint = rule.hint, severity = rule.severity }) => {
      const likely = isOnlyNamedAlike(pod, field) && rule.id.startsWith('image-');
      found.push({
        rule: rule.id,
        severity: likely && severity === 'error' ? 'warning' : severity,
        reason: 'RuntimeFailure',
        path: `${pod.template.specPath}.${field}`,
        message: likely ? `${message}, if it is a copy of the official image` : message,
        hint,
      });
    });
  } catch (error) {
    found.push(internalError(`the rule ${rule.id}`, error, pod.object));
  }
}

/** Whether the image of the container that a field is of is only named like a known one. */
function isOnlyNamedAlike({ containers }: RuntimePod, field: string): boolean {
  const container = containers.find((one) => field === one.field || field.startsWith(`${one.field}.`));
  return container?.image?.certainty === 'likely';
}
