import { didYouMean } from '../../values';
import { valuesAt } from '../edges';
import type { Cluster } from '../input/cluster';
import { customList, kindKey } from '../input/placed';
import type { Dangling } from '../rule/reference-rule';
import { GLOBAL, namesIn, PASSED, textsIn, WORKFLOWS } from './expressions';
import { type Call, callsOf, workflowTemplate } from './tasks';

/** Where a kind names what one of its tasks gives, by the name of the task, a list of its definition, and an item of that. */
interface Results {
  readonly kind: string;
  readonly scope: string;
  readonly fields?: readonly string[];
  readonly pattern: RegExp;
}

/** `$(tasks.NAME.results.RESULT)`, an item or key of it, or all of it. */
const TEKTON = /\$\((?:tasks|finally)\.([a-z0-9-]+)\.(results)\.([\w-]+)(?:\.[\w-]+)?(?:\[[\d*]+\])?\)/g;
const ARGO = /\{\{\s*(?:tasks|steps)\.([\w-]+)\.(outputs\.(?:parameters|artifacts))\.([\w-]+)(?:\.path)?\s*\}\}/g;
const fields = ['tasks[]', 'finally[]'].flatMap((task) => PASSED.map((field) => `${task}.${field}`));
const RESULTS: readonly Results[] = [
  // pkg/reconciler/pipelinerun/resources/validate_dependencies.go, validateResultRef.
  { kind: 'tekton.dev/Pipeline', scope: 'spec', fields: [...fields, 'results[].value'], pattern: TEKTON },
  {
    kind: 'tekton.dev/PipelineRun',
    scope: 'spec.pipelineSpec',
    fields: [...fields, 'results[].value'],
    pattern: TEKTON,
  },
  // workflow/validate/validate.go, addOutputsToScope.
  ...WORKFLOWS.map(([kind, spec]) => ({ kind, scope: `${spec}.templates[]`, pattern: ARGO })),
];

/** Kinds that run Tasks or templates, and give results of one to another. */
export const CALLING_KINDS: readonly string[] = [
  ...RESULTS.map(({ kind }) => kind),
  'tekton.dev/TaskRun',
  'triggers.tekton.dev/TriggerTemplate',
];

/** Results, outputs and workspaces that the Tasks and templates of an object do not have. */
export function unknownTaskParts(object: any, cluster: Cluster): Dangling[] {
  const rows = RESULTS.filter(({ kind }) => kind === kindKey(object?.apiVersion, object?.kind));
  const calls = callsOf(object, cluster);
  const results = rows.flatMap(({ scope, fields, pattern }) =>
    valuesAt(object, scope).flatMap((at) => {
      const places = fields?.flatMap((path) => valuesAt(at.value, path, at.field)) ?? [at];
      const here = calls.filter(({ field }) => field.startsWith(`${at.field}.`));
      return places
        .flatMap(({ value, field }) => textsIn(value, field))
        .flatMap(([text, field]) => [...text.matchAll(pattern)].flatMap((found) => unknownResult(found, field, here)));
    }),
  );
  return [...calls.flatMap(unknownWorkspaces), ...results, ...unknownGlobals(object, calls, cluster)];
}

/** Parameters that templates of other objects read, and a Workflow does not have. */
function unknownGlobals(object: any, calls: readonly Call[], cluster: Cluster): Dangling[] {
  const [, spec] = WORKFLOWS.find(([kind]) => kind === kindKey(object?.apiVersion, object?.kind)) ?? [];
  if (spec === undefined || object.kind.endsWith('Template')) return [];
  const [all] = valuesAt(object, `${spec}.workflowTemplateRef`);
  const whole = workflowTemplate(all?.value, object, cluster)?.spec;
  const list = 'arguments.parameters';
  const names = [...namesIn(object, `${spec}.${list}`), ...namesIn(whole, list)];
  return [
    { field: `${all?.field}.name`, read: whole?.templates },
    ...calls.flatMap(({ field, by, definition }) =>
      by.startsWith('templateRef') ? [{ field: `${field}.${by}`, read: definition }] : [],
    ),
  ].flatMap(({ field, read }): Dangling[] => {
    const texts = textsIn(read, '').flatMap(([text]) => [...text.matchAll(GLOBAL)]);
    const unknown = texts.find(([, name]) => !names.includes(name!));
    if (unknown === undefined) return [];
    const message = `the templates read ${unknown[0]}, and ${spec}.${list} has no ${JSON.stringify(unknown[1])}`;
    return [{ field, message, hint: `add the parameter to ${spec}.${list}`, certainty: 'likely' }];
  });
}

function unknownResult(
  [expression, task, list, name]: RegExpExecArray,
  field: string,
  calls: readonly Call[],
): Dangling[] {
  const call = calls.find((one) => one.call.name === task);
  const names = call === undefined ? [] : namesIn(call.definition, list!);
  if (call === undefined || names.includes(name!)) return [];
  return [
    {
      field,
      message: `${expression} is unknown: ${call.shown ?? `${call.field}.${call.by}`} has no ${list!.replace('outputs.', 'output ').replace(/s$/, '')} ${JSON.stringify(name)}`,
      hint: didYouMean(name!, names) ?? `it has ${names.join(', ') || 'none'}`,
      certainty: 'wrong',
    },
  ];
}

/** Workspaces that a Task does not have: pkg/workspace/validate.go, ValidateBindings. A Pipeline ignores them. */
function unknownWorkspaces({ call, definition, field, by, shown }: Call): Dangling[] {
  if (by !== 'taskRef.name') return [];
  const names = namesIn(definition, 'workspaces');
  return customList(call.workspaces).flatMap((workspace, index): Dangling[] =>
    typeof workspace?.name !== 'string' || names.includes(workspace.name)
      ? []
      : [
          {
            field: `${field}.workspaces[${index}].name`,
            message: `${shown} has no workspace ${JSON.stringify(workspace.name)}`,
            hint: didYouMean(workspace.name, names) ?? `its workspaces are ${names.join(', ') || 'none'}`,
            certainty: 'wrong',
          },
        ],
  );
}
