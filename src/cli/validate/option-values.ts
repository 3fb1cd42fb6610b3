import { existsSync, readFileSync } from 'node:fs';
import {
  type Acknowledgement,
  type CheckOptions,
  externalObjects,
  knownCluster,
  supportedVersion,
  unsupportedVersion,
  unusableImports,
} from '../../check';
import type { KubernetesVersion } from '../../facts';
import { unknownRules } from '../../rule-pages';
import { checkNodeSizes, type NodeSize, readNodes } from '../../runtime';
import { CommandError } from '../command-error';

/** The message of an error without the name of the option of the SDK, which the command has in front of it. */
function withoutOption(option: string, error: unknown): string {
  const { message } = error as Error;
  return message.startsWith(`${option}: `) ? message.slice(option.length + 2) : message;
}

/** External objects of files, read before anything is checked. @throws CommandError for a file that cannot be read. */
export function external(files: readonly string[]): CheckOptions['external'] {
  try {
    return externalObjects({ external: files }) as CheckOptions['external'];
  } catch (error) {
    throw new CommandError(`--external: ${withoutOption('external', error)}`);
  }
}

/** A state of a cluster, or its files, read before anything is checked. @throws CommandError for a file that cannot be read. */
export function clusterOf(values: readonly string[] | undefined): CheckOptions['cluster'] {
  const cluster = values?.length === 1 ? values[0] : values;
  try {
    knownCluster({ cluster });
  } catch (error) {
    throw new CommandError(`--cluster: ${withoutOption('cluster', error)}`);
  }
  return cluster;
}

/** `cpu=2,memory=4Gi,count=3`, or the name of a file. @throws CommandError for what is neither. */
export function nodeSizesOf(text: string): readonly NodeSize[] {
  try {
    if (!text.includes('=')) return readNodes(text);
    const size = nodeSizeOf(text);
    checkNodeSizes('nodes', [size]);
    return [size];
  } catch (error) {
    const message = (error as Error).message.replace(/^nodes:( (?=\S))?/, '').replace(/^( *)nodes\./gm, '$1');
    const isForm = text.includes('=') || existsSync(text);
    throw new CommandError(`--node:${message.startsWith('\n') ? '' : ' '}${message}${isForm ? '' : `; ${NODE_FORMS}`}`);
  }
}

const NODE_FORMS = 'use a size, such as cpu=2,memory=4Gi, or a file that "kubectl get nodes -o yaml" wrote';

function nodeSizeOf(text: string): NodeSize {
  const entries = text.split(',').map((part) => part.split('='));
  return Object.fromEntries(
    entries.map(([name = '', value = '']) => [
      name.trim() === 'ephemeral-storage' ? 'ephemeralStorage' : name.trim(),
      /^(pods|count)$/.test(name.trim()) ? Number(value) : value.trim(),
    ]),
  );
}

/** Ids of rules as they are. @throws CommandError for one that does not exist. */
export function knownRules(ids: readonly string[]): readonly string[] {
  for (const { id, hint } of unknownRules(ids)) {
    throw new CommandError(
      `--warnings-as-errors: there is no rule ${JSON.stringify(id)}${hint === undefined ? '' : `; ${hint}`}`,
    );
  }
  return ids;
}

const FIELDS = ['rule', 'reason', 'kind', 'name', 'namespace'];

/** The acknowledgements of a file. @throws CommandError for a file that has none, or has other fields. */
export function acknowledgementsIn(file: string): readonly Acknowledgement[] {
  const refuse = (why: string): never => {
    throw new CommandError(`--acknowledgements: ${file}: ${why}`);
  };
  let lists: readonly unknown[];
  try {
    lists = documentsOf(readFileSync(file, 'utf8'));
  } catch (error) {
    return refuse((error as Error).message);
  }
  if (lists.length === 0 || !lists.every(Array.isArray)) return refuse('expected a list of acknowledgements');
  const read: readonly unknown[] = lists.flat();
  return read.map((one: unknown, index) => {
    const entries = Object.entries(one ?? {});
    const unknown = entries.find(([field, value]) => !FIELDS.includes(field) || typeof value !== 'string');
    if (unknown !== undefined) refuse(`[${index}].${unknown[0]}: expected strings named ${FIELDS.join(', ')}`);
    const { rule, reason } = one as Acknowledgement;
    return rule === undefined || reason === undefined
      ? refuse(`[${index}]: rule and reason are required`)
      : (one as Acknowledgement);
  });
}

/** The documents of a file but for empty ones, such as one after a `---` at the end. @throws for the first that cannot be parsed */
function documentsOf(text: string): readonly unknown[] {
  const { parseAllDocuments } = require('yaml') as typeof import('yaml');
  const documents = [...parseAllDocuments(text)].map((document) => {
    if (document.errors[0] !== undefined) throw document.errors[0];
    return document.toJS() as unknown;
  });
  return documents.filter((value) => value !== null && value !== undefined);
}

/** A version that is supported. @throws CommandError for another one. */
export function versionOf(text: string): KubernetesVersion {
  const version = supportedVersion(text);
  if (version === undefined) throw new CommandError(unsupportedVersion(text));
  return version;
}

/** Read before anything is checked, since a directory that cannot be read is wrong usage. */
export function readableCrds(crds: CheckOptions['crds']): CheckOptions['crds'] {
  const unusable = unusableImports({ crds });
  if (unusable !== undefined) throw new CommandError(`--crds: ${unusable.message}; ${unusable.hint}`);
  return crds;
}
