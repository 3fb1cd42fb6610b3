import { checkedFactories } from '../props';
import type { ContainerSecurityProps, PodSecurityProps } from './security';

/**
 * What the entrypoints of the official images do as root: give directories to their own user, read and write files of others,
 * switch to that user (gosu, setpriv), and listen on ports below 1024. All are allowed at the level `baseline`.
 *
 * @see https://github.com/docker-library/official-images#security Consistency and gosu in the entrypoints
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline
 */
const ROOT_IMAGE_CAPABILITIES: readonly string[] = [
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'SETUID',
  'SETGID',
  'NET_BIND_SERVICE',
];

/** Security options of a workload or a container whose image starts as root. */
export type RootImageSecurity = PodSecurityProps & ContainerSecurityProps;

/** Predefined `security` of workloads and containers. */
export const Security = checkedFactories('Security', {
  /**
   * For an image that starts as root, as most official images do: nginx, httpd, mysql, mariadb, postgres, redis, wordpress.
   *
   * `runAsRoot: true` alone leaves root without any capability, so that such an image fails at its first `chown` or when it
   * switches to its own user. This adds the capabilities CHOWN, DAC_OVERRIDE, FOWNER, SETUID, SETGID and NET_BIND_SERVICE, and a
   * writable root file system. Privilege escalation stays off. The pod meets the Pod Security level `baseline`, not
   * `restricted`: where the image has a variant without root, such as nginx-unprivileged, prefer it.
   *
   * @param props further options; `addCapabilities` are added to those above, `writableRootFilesystem: false` makes the root
   * file system read-only, for images whose writable directories are mounted.
   * @example
   * new WebApp(chart, 'web', { image: 'nginx:1.29.3', port: 80, qos, probes: Probes.http('/'), security: Security.rootImage() });
   */
  rootImage(props: Omit<RootImageSecurity, 'runAsRoot' | 'runAsUser' | 'privileged'> = {}): RootImageSecurity {
    const added = (props.addCapabilities ?? []).filter((name) => !ROOT_IMAGE_CAPABILITIES.includes(name));
    return {
      writableRootFilesystem: true,
      ...props,
      runAsRoot: true,
      addCapabilities: [...ROOT_IMAGE_CAPABILITIES, ...added],
    };
  },
});
