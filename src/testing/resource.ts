import { isAbsolute, relative } from 'node:path';
import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { type Origin, originOf, originOfField } from '../origin';
import { withPlatformDefaults } from '../platform';
import { throwCollectedErrors } from '../props';
import { readManifests } from '../reading';
import { BadUseError } from './bad-use';

/** One object of a manifest and what is known of where it came from. */
export interface Resource {
  readonly object: any;
  readonly constructPath?: string;
  readonly origin?: Origin;
  /** Where a field was written, when that is not where the object begins. */
  locate?(path: string): Origin | undefined;
}

/**
 * Renders every ApiObject at or below a construct once, in the order of the tree.
 *
 * @throws PropsError for invalid props that the app has collected; AggregateError for several.
 */
export function resourcesOf(scope: IConstruct): Resource[] {
  throwCollectedErrors(scope);
  return scope.node
    .findAll()
    .filter((construct): construct is ApiObject => ApiObject.isApiObject(construct))
    .map((apiObject) => ({
      object: withPlatformDefaults(apiObject, apiObject.toJson()),
      constructPath: apiObject.node.path,
      origin: originOf(apiObject),
      locate: (path: string) => originOfField(apiObject, path),
    }));
}

/**
 * The objects of a string of YAML or JSON.
 *
 * @throws BadUseError for the first document that cannot be read.
 */
export function resourcesOfText(text: string, file: string): Resource[] {
  return readManifests(text, file).map(({ object, issues: problems, locate }) => {
    const problem = problems.find(({ severity }) => severity === 'error');
    if (object === undefined || problem !== undefined) {
      throw new BadUseError(
        `${file}:${problem?.line ?? 1}:${problem?.column ?? 1} ${problem?.message ?? 'the document has no object'}`,
      );
    }
    return { object, origin: locate(''), locate };
  });
}

/** `Deployment shop/web (construct shop/web, src/shop.ts:12:5)`. */
export function nameOf({ object, constructPath, origin }: Resource): string {
  const { namespace, name } = object?.metadata ?? {};
  const locations = [
    ...(constructPath === undefined ? [] : [`construct ${constructPath}`]),
    ...(origin === undefined ? [] : [`${formatPath(origin.file)}:${origin.line}:${origin.column}`]),
  ];
  const identity = `${object?.kind} ${[namespace, name ?? '(no name)'].filter((part) => part !== undefined).join('/')}`;
  return locations.length === 0 ? identity : `${identity} (${locations.join(', ')})`;
}

/** The line of a resource; its file relative to the working directory when it is below that. */
export function lineOf(origin: Origin | undefined): Partial<Origin> {
  return origin === undefined ? {} : { file: formatPath(origin.file), line: origin.line, column: origin.column };
}

function formatPath(file: string): string {
  const path = relative(process.cwd(), file);
  return path.startsWith('..') || isAbsolute(path) ? file : path;
}
