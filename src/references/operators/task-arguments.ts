import { didYouMean } from '../../values';
import { valuesAt } from '../edges';
import { customList } from '../input/placed';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';
import { namesIn } from './expressions';
import { CALLERS, type Call, callsOf } from './tasks';

const tekton = (kind: string, name: string, spec: object) => ({
  apiVersion: 'tekton.dev/v1',
  kind,
  metadata: { name },
  spec,
});
const task = tekton('Task', 'build', {
  params: [{ name: 'image' }],
  steps: [{ name: 'build', image: 'builder:1', args: ['$(params.image)'] }],
});
const pipeline = (name: string) =>
  tekton('Pipeline', 'release', {
    tasks: [{ name: 'build', taskRef: { name: 'build' }, params: [{ name, value: 'shop' }] }],
  });

/** Parameters and workspaces that a Task, Pipeline or template asks for, and does not get. */
export const taskArgument: ReferenceRule = {
  id: 'task-argument-missing',
  message: 'Task "build" requires parameter "image"',
  why: 'Tekton and Argo Workflows do not start what lacks a parameter without a default: the run fails at once. A trigger creates its run with `$(tt.params.x)` in it, which is a warning. A workspace that is not optional is a warning, since the configuration of Tekton may have one for all runs.',
  hint: 'pass it, or give it a default',
  source: 'https://tekton.dev/docs/pipelines/pipelines/#specifying-parameters',
  refused: [task, pipeline('img')],
  accepted: [task, pipeline('image')],
  on: CALLERS,
  check: ({ object }, cluster) =>
    callsOf(object, cluster).flatMap((one) =>
      // What is written in an object of Tekton has the parameters and workspaces of the object.
      one.by.endsWith('Spec') ? [] : [...missingParameters(one), ...missingWorkspaces(one)],
    ),
};

const PARAMETERS = ['bindings', 'params', 'matrix.params', 'matrix.include[].params', 'arguments.parameters'];
const VALUES = ['default', 'value', 'valueFrom'];

/** pkg/reconciler/taskrun/validate_taskrun.go, missingParamsNames; workflow/common/util.go, ProcessArgs. */
function missingParameters(one: Call): Dangling[] {
  const [declared] = valuesAt(one.definition, one.asks);
  const passed = PARAMETERS.flatMap((path) => valuesAt(one.call, `${path}[].name`, one.field));
  const names = customList(declared?.value).map((parameter) => String(parameter?.name));
  return customList(declared?.value).flatMap((parameter): Dangling[] => {
    const { name } = parameter ?? {};
    if (typeof name !== 'string' || VALUES.some((field) => (parameter?.[field] ?? undefined) !== undefined)) return [];
    if (passed.some(({ value }) => value === name)) return [];
    const message = `${one.shown ?? 'the template'} requires parameter ${JSON.stringify(name)}`;
    const others = passed.filter(({ value }) => !names.includes(value));
    const meant = others.find(({ value }) => didYouMean(String(value), [name]) !== undefined);
    const field = `${one.field}.${one.by}`;
    // Triggers create what has `$(tt.params.x)` as it is.
    const isTrigger = one.asks === 'params' && one.by.startsWith('template');
    const certainty = isTrigger ? 'likely' : 'wrong';
    return [
      meant === undefined
        ? { field, message, certainty }
        : {
            // That of a TriggerBinding is in another object.
            field: isTrigger && meant.field.includes('.params[') ? field : meant.field,
            message: `${message}; ${JSON.stringify(meant.value)} is passed`,
            hint: `did you mean ${JSON.stringify(name)}?`,
            certainty,
          },
    ];
  });
}

/** pkg/workspace/validate.go, ValidateBindings; a Pipeline must get all of its own. */
function missingWorkspaces({ call, definition, field, by, shown }: Call): Dangling[] {
  const passed = namesIn(call, 'workspaces');
  const known = namesIn(definition, 'workspaces');
  // One with a wrong name is meant for it, and reported itself.
  if (by.startsWith('task') && !passed.every((name) => known.includes(name))) return [];
  return customList(definition?.workspaces).flatMap((workspace): Dangling[] => {
    const { name, optional } = workspace ?? {};
    if (typeof name !== 'string' || optional === true || passed.includes(name)) return [];
    const message = `${shown} requires workspace ${JSON.stringify(name)}`;
    const hint = 'bind it in workspaces, or make it optional';
    return [{ field: `${field}.${by}`, message, hint, certainty: by.startsWith('pipeline') ? 'wrong' : 'likely' }];
  });
}
