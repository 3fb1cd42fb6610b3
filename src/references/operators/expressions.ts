import { didYouMean } from '../../values';
import { valuesAt } from '../edges';
import { kindKey } from '../input/placed';
import { type Dangling, slipOf } from '../rule/reference-rule';

/** Texts of a kind in which an expression names an item of the object itself. */
interface Expressions {
  readonly kinds: readonly string[];
  /** What items belong to, one expression each: `spec.templates[]`. */
  readonly scope: string;
  /** Fields of the scope, with all texts in them; all of it by default. */
  readonly fields?: readonly string[];
  /** The first group is the name. */
  readonly pattern: RegExp;
  /** Lists of the scope with the items; those of the whole object begin with `/`. */
  readonly lists: readonly string[];
  /** Texts that are not understood. */
  readonly unless?: RegExp;
  /** The controller leaves the expression as it is, or may know more names. */
  readonly isLikely?: true;
  /** The names are in expressions of Argo Workflows. */
  readonly isInExpression?: true;
  /** Others add names, so that only one that is almost a name of the lists is reported. */
  readonly isOpen?: boolean;
}

const tekton = (...kinds: readonly string[]) => kinds.map((kind) => `tekton.dev/${kind}`);
const under = (items: readonly string[], fields: readonly string[]) =>
  items.flatMap((item) => fields.map((field) => `${item}.${field}`));

/** @see https://github.com/tektoncd/pipeline/blob/main/pkg/apis/pipeline/v1/task_validation.go validateStepVariables */
const STEP = ['image', 'workingDir', 'script', 'command', 'args', 'env[].value'];
const STEPS = under(['steps[]'], STEP);
/** What a Pipeline passes to its tasks. */
export const PASSED = [
  'params[].value',
  'matrix.params[].value',
  'matrix.include[].params[].value',
  'when[].input',
  'when[].values',
];
const TASKS = ['tasks[]', 'finally[]'];
/** `$(params.NAME)`, an item or key of it, or all of it. */
const PARAM = /\$\(params\.([\w-]+)(?:\.[\w-]+)?(?:\[[\d*]+\])?\)/g;

/** `{{workflow.parameters.NAME}}`, and not all of them as JSON. */
export const GLOBAL = /\{\{\s*workflow\.parameters\.(?!json\s*\})([\w-]+)\s*\}\}/g;

/** An expression of Argo Workflows, and what it does about a name that is not there, which otherwise is nil: left as it is, or unequal to all. */
const EXPRESSION = /\{\{=(.*?)\}\}/gs;
const GUARDED = /\?\?|\?\.|\bin\b|\bget\(/;

/** `list.NAME` and `list['NAME']` in it. `a.b-c` is a difference. */
const namedIn = (list: string) => ({
  pattern: new RegExp(String.raw`(?<![\w.])${list}(?:\.(?!\w*-)|\[\\?["'])([\w-]+)`, 'g'),
  isInExpression: true as const,
  isLikely: true as const,
});

/** Kinds of Argo Workflows, and the field with their templates. */
export const WORKFLOWS = ['Workflow', 'WorkflowTemplate', 'ClusterWorkflowTemplate', 'CronWorkflow'].map(
  (kind) => [`argoproj.io/${kind}`, kind === 'CronWorkflow' ? 'spec.workflowSpec' : 'spec'] as const,
);

const EXPRESSIONS: readonly Expressions[] = [
  // pkg/apis/pipeline/v1/task_validation.go, ValidateUsageOfDeclaredParameters; stepaction_validation.go.
  {
    kinds: tekton('Task', 'ClusterTask'),
    scope: 'spec',
    fields: STEPS,
    pattern: PARAM,
    lists: ['params', 'inputs.params'],
  },
  { kinds: tekton('StepAction'), scope: 'spec', fields: STEP, pattern: PARAM, lists: ['params'] },
  {
    kinds: tekton('TaskRun'),
    scope: 'spec',
    fields: under(['taskSpec'], STEPS),
    pattern: PARAM,
    lists: ['params', 'taskSpec.params'],
  },
  // pipeline_validation.go, validatePipelineParameterUsage; pipelinerun_validation.go, validateInlineParameters.
  { kinds: tekton('Pipeline'), scope: 'spec', fields: under(TASKS, PASSED), pattern: PARAM, lists: ['params'] },
  ...TASKS.map((task) => ({
    kinds: tekton('Pipeline'),
    scope: `spec.${task}.taskSpec`,
    fields: STEPS,
    pattern: PARAM,
    lists: ['params', '/spec.params'],
  })),
  {
    kinds: tekton('PipelineRun'),
    scope: 'spec',
    fields: under(['pipelineSpec.tasks[]'], [...PASSED, ...under(['taskSpec'], STEPS)]),
    pattern: PARAM,
    lists: ['params', 'pipelineSpec.params', 'pipelineSpec.tasks[].params', 'pipelineSpec.tasks[].taskSpec.params'],
  },
  // dag.Build, validateResultsVariablesExpressionsInFinally, validateExecutionStatusVariablesInFinally, validatePipelineResults.
  ...['Pipeline', 'PipelineRun'].flatMap((kind): Expressions[] => {
    const of = { kinds: tekton(kind), scope: kind === 'Pipeline' ? 'spec' : 'spec.pipelineSpec' };
    const fields = [...under(TASKS, [...PASSED, ...under(['taskSpec'], STEPS)]), 'results[].value'];
    return [
      { ...of, fields, pattern: /\$\(tasks\.([a-z0-9-]+)\.(?:results\.[^()]+|status|reason)\)/g, lists: ['tasks'] },
      {
        ...of,
        fields: ['results[].value'],
        pattern: /\$\(finally\.([a-z0-9-]+)\.results\.[^()]+\)/g,
        lists: ['finally'],
      },
    ];
  }),
  // A script with an unknown result is refused (validateTaskResultsVariables); others are left as they are.
  ...['script', 'args', 'command'].map(
    (field): Expressions => ({
      kinds: tekton('Task', 'ClusterTask'),
      scope: 'spec',
      fields: [`steps[].${field}`],
      pattern: /\$\(results\.([\w-]+)\.path\)/g,
      lists: ['results'],
      ...(field !== 'script' && { isLikely: true }),
    }),
  ),
  {
    kinds: tekton('Task', 'ClusterTask'),
    scope: 'spec',
    fields: [...STEPS, ...under(['sidecars[]'], STEP), ...under(['stepTemplate'], STEP)],
    pattern: /\$\(workspaces\.([\w-]+)\.(?:path|bound|claim|volume)\)/g,
    lists: ['workspaces'],
    isLikely: true,
  },
  // tektoncd/triggers: pkg/apis/triggers/v1beta1/trigger_template_validation.go, verifyParamDeclarations.
  ...[
    ['TriggerTemplate', 'spec'],
    ['EventListener', 'spec.triggers[].template.spec'],
    ['Trigger', 'spec.template.spec'],
  ].map(
    ([kind, scope]): Expressions => ({
      kinds: [`triggers.tekton.dev/${kind}`],
      scope: scope!,
      fields: ['resourcetemplates'],
      pattern: /\$\(tt\.params\.([\w.-]+)\)/g,
      lists: ['params'],
    }),
  ),
  // apis/keda/v1alpha1/scaledobject_webhook.go, ValidateAndCompileScalingModifiers.
  {
    kinds: ['keda.sh/ScaledObject'],
    scope: 'spec',
    fields: ['advanced.scalingModifiers.formula'],
    pattern: /(?<![.\w])(?!(?:true|false|nil|not|and|or|in)\b)([A-Za-z_]\w*)\b(?!\s*\()/g,
    lists: ['triggers'],
    unless: /["'`#{[]|\blet\b/,
  },
  // argo-events: pkg/sensors/listener.go, getDependencyExpression, for which dashes are underscores.
  {
    kinds: ['argoproj.io/Sensor'],
    scope: 'spec',
    fields: ['triggers[].template.conditions'],
    pattern: /([\w-]+)/g,
    lists: ['dependencies'],
    unless: /[_{]/,
  },
  // argo-workflows: workflow/validate/validate.go, resolveAllVariables.
  ...WORKFLOWS.flatMap(([kind, spec]): Expressions[] => {
    const of = { kinds: [kind], scope: `${spec}.templates[]` };
    // Parameters of a command line are added to a Workflow, and those of the Workflow to a template.
    const ofAll = { ...of, lists: [`/${spec}.arguments.parameters`], isOpen: kind.endsWith('Template') };
    return [
      { ...ofAll, pattern: GLOBAL, isLikely: true },
      { ...ofAll, ...namedIn(String.raw`workflow\.parameters(?!\.json\b)`) },
      ...['parameters', 'artifacts'].flatMap((list) => {
        const inputs = { ...of, lists: [`inputs.${list}`, `/${spec}.templateDefaults.inputs.${list}`] };
        return [
          { ...inputs, pattern: new RegExp(`\\{\\{\\s*inputs\\.${list}\\.([\\w-]+)(?:\\.path)?\\s*\\}\\}`, 'g') },
          { ...inputs, ...namedIn(`inputs\\.${list}`) },
        ];
      }),
      ...[
        ['tasks', 'dag.tasks'],
        ['steps', 'steps'],
      ].flatMap(([word, list]) => {
        const calls = { ...of, fields: [list!, 'outputs'], lists: [list!] };
        return [
          { ...calls, pattern: new RegExp(`\\{\\{\\s*${word}\\.([\\w-]+)\\.[\\w.-]+\\s*\\}\\}`, 'g') },
          { ...calls, ...namedIn(word!) },
        ];
      }),
    ];
  }),
];

export const EXPRESSION_KINDS: readonly string[] = EXPRESSIONS.flatMap(({ kinds }) => kinds);

/** Expressions that name what the object does not have, which may be a part of another. */
export function unknownInExpressions(object: any, base = ''): Dangling[] {
  const key = kindKey(object?.apiVersion, object?.kind);
  return EXPRESSIONS.filter(({ kinds }) => kinds.includes(key)).flatMap(
    ({ scope, fields, pattern, lists, unless, isLikely, isInExpression, isOpen }) =>
      valuesAt(object, scope, base).flatMap((at): Dangling[] => {
        const shown = lists.map((list) => (list.startsWith('/') ? list.slice(1) : `${at.field}.${list}`));
        const names = lists.flatMap((list) =>
          namesIn(list.startsWith('/') ? object : at.value, list.replace(/^\//, '')),
        );
        const places = fields?.flatMap((path) => valuesAt(at.value, path, at.field)) ?? [at];
        return places
          .flatMap(({ value, field }) => textsIn(value, field))
          .flatMap(([text, field]) => {
            if (unless?.test(text)) return [];
            const parts = isInExpression ? expressionsIn(text) : [text];
            const unknown = parts
              .flatMap((part) => [...part.matchAll(pattern)])
              .filter(([, name]) => !names.includes(name!) && (isOpen !== true || slipOf(name!, names)));
            return unknown.slice(0, 1).map(
              ([expression, name]): Dangling => ({
                field,
                message: `${expression} is unknown: ${shown[0]} has no ${JSON.stringify(name)}`,
                hint: didYouMean(name!, names) ?? `the names are ${names.join(', ') || 'none'}`,
                certainty: isLikely === true ? 'likely' : 'wrong',
              }),
            );
          });
      }),
  );
}

function expressionsIn(text: string): string[] {
  return [...text.matchAll(EXPRESSION)].flatMap(([, inside]) => (GUARDED.test(inside!) ? [] : inside!));
}

/** Names of the items of a list, and of lists in it. */
export function namesIn(root: any, list: string): string[] {
  return valuesAt(root, `${list}[].name`).map(({ value }) => String(value));
}

/** All texts in a value, with their fields; a template within another has items of its own. */
export function textsIn(value: unknown, field: string): (readonly [text: string, field: string])[] {
  if (typeof value === 'string') return [[value, field]];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, `${field}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => (key === 'inline' ? [] : textsIn(item, `${field}.${key}`)));
}
