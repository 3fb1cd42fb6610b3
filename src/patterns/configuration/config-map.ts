import * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { amend } from '../../overlay';
import { checked, checkProps } from '../../props';
import { appendHash } from './append-hash';
import { type Content, collectEntries, textOf } from './content';

/** Props of both ConfigMap and Secret. */
export interface ConfigurationProps {
  /**
   * Name of the object (`metadata.name`).
   *
   * @default the id of the construct
   */
  readonly name?: string;
  /** Sources of keys and values. Each key must come from one source only. */
  readonly from: readonly Content[];
  /** Labels of the object. @default none */
  readonly labels?: Readonly<Record<string, string>>;
  /** Annotations of the object. @default none */
  readonly annotations?: Readonly<Record<string, string>>;
  /**
   * Prevents changes (`immutable`), and cannot be removed again. The kubelet then does not watch it. Best used with `hashedName`.
   *
   * @default false
   * @see https://kubernetes.io/docs/concepts/configuration/configmap/#configmap-immutable
   */
  readonly immutable?: boolean;
  /**
   * Appends a hash of the contents to the name, like `kubectl create … --append-hash`, so that changed contents are a
   * new object and trigger a rollout of the workloads that reference it.
   *
   * @default false
   */
  readonly hashedName?: boolean;
}

/** Props of a ConfigMap. */
export interface ConfigMapProps extends ConfigurationProps {}

/**
 * A ConfigMap from literals, files, directories and env files, with the same keys and bytes as `kubectl create configmap`
 * creates from the same input: text goes to `data`, bytes that are not UTF-8 go to `binaryData`.
 *
 * It is a cdk8s-plus ConfigMap and can be used wherever one is expected.
 *
 * @throws PropsError when a file cannot be read, a key is invalid or duplicated, or the contents exceed 1 MiB.
 * @example
 * new ConfigMap(chart, 'ui', { from: [Content.file(join(__dirname, 'ui.properties'))] });
 */
@checked('ConfigMap')
export class ConfigMap extends kplus.ConfigMap {
  public constructor(scope: Construct, id: string, props: ConfigMapProps) {
    const { data, binaryData } = readConfigMap(`${scope.node.path}/${id}`, props.from);
    const plainName = props.name ?? id;
    const hashed = {
      kind: 'ConfigMap',
      // Go writes an initialized map without keys as {}.
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
  checkProps(path, (reportIssue) => {
    for (const key of contents.flatMap?.(({ sensitiveKeys = [] }) => sensitiveKeys) ?? []) {
      reportIssue(
        'from',
        `the value of ${JSON.stringify(key)} is Sensitive, and a ConfigMap has it in clear`,
        'use a Secret',
      );
    }
    for (const [key, bytes] of collectEntries(contents, reportIssue)) {
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
