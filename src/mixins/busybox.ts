/** BusyBox has a shell, `nc`, `wget` and `sysctl` in 4 MB. docs/images.md lists all images that the package brings. */
export const BUSYBOX = 'busybox:1.37.0';
