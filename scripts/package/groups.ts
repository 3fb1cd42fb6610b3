import { join, relative } from 'node:path';
import { ROOT } from './layout';

/** Modules that are in one file of the package. */
interface Group {
  readonly name: string;
  /** Beginnings of their paths in src/. */
  readonly paths: readonly string[];
  /** Modules that are not of the group, although they begin in this way. */
  readonly except?: RegExp;
}

/**
 * Modules that are needed together: as rolldown would split them, a first app would load seventy files, and a file costs more to open
 * than it costs to read. What they import is with them. A module that is of several groups is in the first.
 */
const GROUPS: readonly Group[] = [
  {
    // Needed by every entry. What loads constructs is not among it: commands that run no app can do without.
    name: 'base',
    paths: [
      ...['facts/', 'findings/', 'manifest/', 'origin/', 'package-info', 'props/', 'schema/', 'values/'],
      ...[
        'diff/types.ts',
        'graph/model.ts',
        'rule-pages/index.ts',
        'validation/validate.ts',
        'validation/over-versions',
      ],
    ],
    except: /^(origin\/.*construct|props\/(.*-construct|all-issues|checked|collection)\.|schema\/imports\/)/,
  },
  {
    // What knows constructs, and is not loaded by commands that run no app.
    name: 'constructs',
    paths: ['origin/', 'props/'],
  },
  {
    // What reads manifests and options, for programs and commands.
    name: 'input',
    paths: [
      ...['reading/', 'report/control-characters', 'report/summary', 'report/text.'],
      ...[
        'schema/imports/crd',
        'schema/imports/import-error',
        'schema/imports/plain-object',
        'schema/imports/schema-keywords',
      ],
      ...['check/check-options', 'check/checked-options', 'check/constraint-templates', 'check/custom-resources'],
      ...[
        'check/external.',
        'check/ground/',
        'check/images',
        'check/raise-notes',
        'check/target-versions',
        'check/un',
        'check/why-unused',
      ],
      ...['images/check-facts', 'images/image-facts', 'images/own-facts', 'images/read-facts', 'images/reference'],
      ...['runtime/node-size', 'runtime/read-nodes'],
    ],
    except: /^check\/ground\/live-objects/,
  },
  {
    // What validates an object, whatever its API group.
    name: 'validation',
    paths: [
      ...['decode/', 'go-types/', 'printing/', 'rule/', 'walk/', 'groups/index', 'groups/meta/', 'apply-', 'decoded'],
      ...[
        'defaulted-copy',
        'dropped-fields',
        'further-findings',
        'identify',
        'no-manifest',
        'over-versions',
        'repair',
        'typed-pods',
        'validate',
      ],
    ].map((path) => `validation/${path}`),
    except: /^validation\/walk\/update-/,
  },
  {
    // The other checks of all objects.
    name: 'checks',
    paths: [
      ...['admission/has-admission', 'admission/pods/service-accounts', 'check/', 'policy/', 'references/', 'runtime/'],
      ...['images/container-path', 'images/obstacle', 'images/runtime-container'],
    ],
    except: /^(check\/(check-manifests|external-objects|ground\/)|policy\/pod-security\/refusal)/,
  },
];

/** The groups as rolldown takes them. Small modules that load others on demand are with every entry. */
export const CODE_GROUPS = GROUPS.map(({ name, paths, except }, index) => ({
  name,
  priority: GROUPS.length - index,
  test: (id: string) => {
    const path = relative(join(ROOT, 'src'), id);
    if (/(^|\/)on-demand\.ts$/.test(path)) return index === 0;
    return paths.some((beginning) => path.startsWith(beginning)) && except?.test(path) !== true;
  },
}));
