import * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { amend } from '../../overlay';
import { checkProps } from '../../props';
import { appendHash } from './append-hash';
import { type Content, collectEntries, textOf } from './content';

/** What a ConfigMap or a Secret has in common. */
export interface ConfigurationProps {
  /**
   * Name of the object (`metadata.name`).
   *
   * @default the id of the construct
   */
  readonly name?: string;
  /** Where keys and values come from. A key may come from one place only. */
  readonly from: readonly Content[];
  /** Labels of the object. @default none */
  readonly labels?: Readonly<Record<string, string>>;
  /** Annotations of the object. @default none */
  readonly annotations?: Readonly<Record<string, string>>;
  /**
   * Forbid later changes (`immutable`). The kubelet then stops watching it. Goes well with `hashedName`.
   *
   * @default false
   * @see https://kubernetes.io/docs/concepts/configuration/configmap/#configmap-immutable
   */
  readonly immutable?: boolean;
  /**
   * Put a hash of the contents behind the name, as `kubectl create … --append-hash` does, so that changed contents are a
   * new object and the workloads that name it roll out.
   *
   * @default false
   */
  readonly hashedName?: boolean;
}

/** Props of a ConfigMap. */
export interface ConfigMapProps extends ConfigurationProps {}

/**
 * A ConfigMap from literals, files, folders and env files, with the same keys and bytes as `kubectl create configmap` makes
 * of the same input: text goes to `data`, bytes that are not UTF-8 go to `binaryData`.
 *
 * It is a cdk8s-plus ConfigMap, so it goes wherever one is wanted.
 *
 * @throws PropsError when a file can not be read, a key is malformed or comes twice, or the contents exceed 1 MiB.
 * @example
 * new ConfigMap(chart, 'ui', { from: [Content.file(join(__dirname, 'ui.properties'))] });
 */
export class ConfigMap extends kplus.ConfigMap {
  public constructor(scope: Construct, id: string, props: ConfigMapProps) {
    const { data, binaryData } = readConfigMap(`${scope.node.path}/${id}`, props.from);
    const plainName = props.name ?? id;
    const hashed = {
      kind: 'ConfigMap',
      // Go writes a map without keys, once made, as {}.
      data,
      ...(Object.keys(binaryData).length === 0 ? {} : { binaryData }),
      ...(props.immutable === true ? { immutable: true } : {}),
    };
    const name = props.hashedName === true ? appendHash(plainName, hashed) : plainName;
    super(scope, id, { metadata: { name, labels: props.labels, annotations: props.annotations } });
    // Not through the props of cdk8s-plus, whose generated renderer takes quadratic time in the number of keys.
    amend(this, (manifest) => {
      const all = { ...data, ...manifest.data };
      const allBinary = { ...binaryData, ...manifest.binaryData };
      const { immutable: _, ...rest } = manifest;
      return {
        ...rest,
        ...(Object.keys(all).length === 0 ? {} : { data: all }),
        ...(Object.keys(allBinary).length === 0 ? {} : { binaryData: allBinary }),
        ...(props.immutable === true ? { immutable: true } : {}),
      };
    });
  }
}

function readConfigMap(path: string, contents: readonly Content[]) {
  const data: Record<string, string> = {};
  const binaryData: Record<string, string> = {};
  checkProps(path, (problem) => {
    for (const [key, bytes] of collectEntries(contents, problem)) {
      const text = textOf(bytes);
      if (text === undefined) {
        binaryData[key] = bytes.toString('base64');
      } else {
        data[key] = text;
      }
    }
  });
  return { data, binaryData };
}
