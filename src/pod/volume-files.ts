import type { coreV1 } from '../kubernetes';
import { checkProps, type ReportIssue } from '../props';
import { configMapKey } from '../values';
import { checkText, checkWhole, definedFields, nameOf, type ObjectReference, under } from './checks';
import type { ContainerResource, PodField } from './env';
import { checkRelativePath } from './volume';

/** The path of a key in a volume, relative to the mount, and its permissions. */
export type FilePath = string | { readonly path: string; readonly mode?: number };

/** The keys that become files. */
export interface FileOptions {
  /**
   * Keys and the paths of their files: `{ 'app.conf': 'conf/app.conf' }`.
   *
   * @default every key, as a file of its name
   */
  readonly items?: Readonly<Record<string, FilePath>>;
  /** Whether the pod can start without the object or its keys. @default false */
  readonly optional?: boolean;
}

/** Permissions of files without a mode of their own. */
export interface ModeOptions {
  /** File mode, such as `0o440`. @default 0o644 */
  readonly mode?: number;
}

/** Pod fields that can become files, including all labels or all annotations. */
export type FileField = 'metadata.labels' | 'metadata.annotations' | PodField;

/** A file of the downward API: a field of the pod, or a resource of one of its containers. */
export type DownwardFile =
  | FileField
  | { readonly field: FileField; readonly mode?: number }
  | {
      readonly resource: ContainerResource;
      readonly container: string;
      readonly divisor?: string | number;
      readonly mode?: number;
    };

const LARGEST_MODE = 0o777;

function checkMode(reportIssue: ReportIssue, prop: string, mode: number | undefined): void {
  // Octal digits that were written as a string, or as a decimal number.
  const [, digits] = /^(?:0o?)?([0-7]{3})$/.exec(String(mode)) ?? [];
  const isOctal = digits !== undefined && (typeof mode === 'string' || Number(mode) > LARGEST_MODE);
  if (isOctal) reportIssue(prop, `must be a number, in octal, got ${JSON.stringify(mode)}`, `use 0o${digits}`);
  else checkWhole(reportIssue, prop, mode, { min: 0, max: LARGEST_MODE });
}

function itemsManifest(items: FileOptions['items'], reportIssue: ReportIssue): coreV1.KeyToPath[] | undefined {
  if (items === undefined) return undefined;
  return Object.entries(items).map(([key, file]) => {
    const { path, mode } = typeof file === 'string' ? { path: file, mode: undefined } : file;
    const own = under(reportIssue, 'items');
    checkText(own, key, key, configMapKey);
    checkRelativePath(own, key, path);
    checkMode(own, key, mode);
    return definedFields({ key, path, mode });
  });
}

/** Files of a ConfigMap or Secret, for a volume or a source of a projected volume. */
export function filesOf(what: string, source: ObjectReference, options: FileOptions & ModeOptions) {
  let items: coreV1.KeyToPath[] | undefined;
  checkProps(`${what}(${JSON.stringify(nameOf(source))})`, (reportIssue) => {
    checkMode(reportIssue, 'mode', options.mode);
    items = itemsManifest(options.items, reportIssue);
  });
  return { name: nameOf(source), defaultMode: options.mode, items, optional: options.optional };
}

/** `items` of a downward API volume. */
export function downwardItems(files: Readonly<Record<string, DownwardFile>>): coreV1.DownwardAPIVolumeFile[] {
  const items: coreV1.DownwardAPIVolumeFile[] = [];
  checkProps('Volumes.downwardApi', (reportIssue) => {
    for (const [path, file] of Object.entries(files)) {
      checkRelativePath(reportIssue, JSON.stringify(path), path);
      const given = typeof file === 'string' ? { field: file } : file;
      checkMode(reportIssue, JSON.stringify(path), given.mode);
      items.push(definedFields({ path, ...downwardSource(given), mode: given.mode }));
    }
  });
  return items;
}

function downwardSource(file: Exclude<DownwardFile, string>): Partial<coreV1.DownwardAPIVolumeFile> {
  if (typeof file !== 'object') return {};
  if ('field' in file) return { fieldRef: { fieldPath: file.field } };
  const { container, resource, divisor } = file;
  return {
    resourceFieldRef: definedFields({
      containerName: container,
      resource,
      divisor: divisor === undefined ? undefined : String(divisor),
    }),
  };
}
