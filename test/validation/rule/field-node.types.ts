// Never run: the type check of the project is the test.
import { rules } from '../../../src/validation';

/** Rules read the fields that the API has: the compiler finds a misspelled one. */
rules('io.k8s.api.core.v1.Probe', {}, ({ value }) => {
  const timeout: number | undefined = value.timeoutSeconds;
  // @ts-expect-error the field is timeoutSeconds
  const misspelled = value.timeoutSecond;
  return [timeout, misspelled];
});

/** Rules of several definitions read the fields of all of them. */
rules(['io.k8s.api.apps.v1.DeploymentSpec', 'io.k8s.api.apps.v1.StatefulSetSpec'], {}, ({ value }) => {
  const [strategy, service] = [value.strategy?.type, value.serviceName];
  // @ts-expect-error neither of the two has it
  const missing = value.updatePolicy;
  return [strategy, service, missing];
});

/** Nodes around a node are typed by the definition that is asked for. */
rules('io.k8s.api.core.v1.Container', {}, (node) => {
  const pod = node.ancestor('io.k8s.api.core.v1.PodSpec');
  // @ts-expect-error the field is hostNetwork
  return [pod?.value.hostNetwork, pod?.value.hostnetwork];
});
