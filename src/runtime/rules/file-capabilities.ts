import type { RuntimeContainer } from '../../images';
import { pod } from '../examples';
import type { RuntimeRule } from '../runtime-rule';
import { hasCapability } from './capabilities';

const caddy = (capabilities: object) =>
  pod({
    image: 'caddy:2.11',
    securityContext: { runAsUser: 1000, allowPrivilegeEscalation: false, capabilities },
  });

/** Whether the container runs the program that the image is called after, or the default one. */
function runsOwnProgram(container: RuntimeContainer): boolean {
  const name = container.facts?.repositories[0]?.split('/').at(-1);
  const [first = ''] = container.words;
  return container.runsDefaultProgram || first.split('/').at(-1) === name;
}

/** The kernel does not execute a file with a capability that the process cannot have. */
export const fileCapabilityDropped: RuntimeRule = {
  id: 'file-capability-dropped',
  severity: 'warning',
  message:
    'the program file of caddy has the capability NET_BIND_SERVICE, which is dropped, so that it cannot be executed',
  why: 'The image sets the capability on its program file (setcap). The kernel refuses to execute a file with effective capabilities that the container does not have, for every user: the container ends with "operation not permitted".',
  hint: 'add the capability after dropping ALL',
  source:
    'https://man7.org/linux/man-pages/man7/capabilities.7.html (safety checking for capability-dumb binaries), and the Dockerfile of the image, see docs/image-facts.md',
  refused: caddy({ drop: ['ALL'] }),
  accepted: caddy({ drop: ['ALL'], add: ['NET_BIND_SERVICE'] }),
  check: ({ containers, isWindows }, report) => {
    for (const container of isWindows ? [] : containers) {
      if (container.isPrivileged || !runsOwnProgram(container)) continue;
      const missing = (container.facts?.fileCapabilities ?? []).filter((name) => !hasCapability(name, container));
      if (missing.length === 0) continue;
      const [what, which] = missing.length === 1 ? ['capability', 'is'] : ['capabilities', 'are'];
      report({
        field: `${container.field}.securityContext.capabilities.drop`,
        message: `the program file of ${container.image!.name} has the ${what} ${missing.join(', ')}, which ${which} dropped, so that it cannot be executed (container: ${container.name})`,
        hint: `add ${missing.join(', ')} after dropping ALL`,
      });
    }
  },
};
