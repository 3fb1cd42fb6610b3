import type { CustomResources } from '../schema';
import { type Inspection, inspectObject, type ValidateOptions } from '../validation';
import { Unchanged } from './unchanged';

type Options = ValidateOptions & { readonly customResources: CustomResources };

const inspections = new Unchanged<Inspection>();

/** What `inspectObject` returns. In a process that runs an app again, objects that were found right are not checked again until they change. */
export function knownInspection(object: unknown, options: Options): Inspection {
  const { apiVersion, kind, metadata } = Object(object);
  const { kubernetesVersion, allowKinds, customResources } = options;
  const inspect = () => inspectObject(object, options);
  // Custom resources are not checked by themselves but by their definitions.
  if (customResources.find(String(apiVersion), String(kind)) !== undefined) return inspect();
  const { namespace, name } = Object(metadata);
  const key = [apiVersion, kind, namespace, name, kubernetesVersion].map(keyOf).join(' ');
  // Hints may depend on other objects.
  return inspections.get(
    key,
    { object, kubernetesVersion, allowKinds },
    inspect,
    ({ findings }) => findings.length === 0,
  );
}

function keyOf(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
