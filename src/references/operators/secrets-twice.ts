import { ownField } from '../../values';
import type { Cluster } from '../input/cluster';
import { kindKey, namespaceOf } from '../input/placed';
import type { ReferenceRule } from '../rule/reference-rule';

const certificate = (name: string, secretName: string) => ({
  apiVersion: 'cert-manager.io/v1',
  kind: 'Certificate',
  metadata: { name },
  spec: { secretName, dnsNames: [`${name}.example.com`], issuerRef: { name: 'ca' } },
});

/** Creation policies that leave the other keys of a Secret as they are. */
const SHARES: readonly unknown[] = ['Merge', 'CreateOrMerge', 'None'];

/** Where the objects of operators have the name of the one Secret that they write. */
const WRITERS: Readonly<Record<string, (object: any) => unknown>> = {
  'cert-manager.io/Certificate': ({ spec }) => spec?.secretName,
  'external-secrets.io/ExternalSecret': ({ spec, metadata }) =>
    // What is imported once is left to others.
    SHARES.includes(spec?.target?.creationPolicy) || spec?.target?.manifest || spec?.refreshPolicy === 'CreatedOnce'
      ? undefined
      : (spec?.target?.name ?? metadata?.name),
  'bitnami.com/SealedSecret': ({ metadata }) => metadata?.name,
};

export const secretTwice: ReferenceRule = {
  id: 'secret-written-twice',
  isConflict: true,
  severity: 'warning',
  message: 'Certificate "web" writes Secret "tls" too',
  why: 'Each controller replaces what the other one has written, or refuses a Secret that it does not own: the content changes back and forth, and clients get the wrong one.',
  hint: 'use a Secret of its own for each of them',
  source: 'https://cert-manager.io/docs/usage/certificate/',
  refused: [certificate('web', 'tls'), certificate('api', 'tls')],
  accepted: [certificate('web', 'web-tls'), certificate('api', 'api-tls')],
  on: Object.keys(WRITERS),
  check: ({ object, document }, cluster) => {
    const name = writtenBy(object);
    if (typeof name !== 'string' || name === '') return [];
    const other = writerOf(name, namespaceOf(object), document, cluster);
    if (other === undefined) return [];
    const message =
      other.kind === 'Secret'
        ? `Secret ${JSON.stringify(name)} is in the input too`
        : `${other.kind} ${JSON.stringify(other.metadata?.name)} writes Secret ${JSON.stringify(name)} too`;
    return [{ field: 'spec', message, certainty: 'likely' }];
  },
};

function writtenBy(object: any): unknown {
  return ownField(WRITERS, kindKey(object?.apiVersion, object?.kind))?.(object);
}

/** An earlier object that writes the Secret, or the Secret itself. */
function writerOf(name: string, namespace: string, document: number, cluster: Cluster): any {
  const writers = Object.keys(WRITERS).flatMap((kind) => cluster.all(kind, namespace));
  const earlier = writers.find((one) => one.document < document && writtenBy(one.object) === name)?.object;
  const secret = cluster
    .all('/Secret', namespace)
    .find(({ object }) => object.metadata?.name === name && hasData(object) && !isMerged(object))?.object;
  return earlier ?? secret;
}

/** Controllers of sealed Secrets add to one that has the annotation. */
function isMerged({ metadata }: any): boolean {
  return metadata?.annotations?.['sealedsecrets.bitnami.com/patch'] === 'true';
}

/** One without data is there for its labels, which the controller keeps. */
function hasData({ data, stringData }: any): boolean {
  return Object.keys({ ...data, ...stringData }).length > 0;
}
