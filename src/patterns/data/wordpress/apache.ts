/**
 * Apache's configuration besides the image's: no PHP among what users upload.
 *
 * @param extra what stands at the end.
 * @see https://developer.wordpress.org/advanced-administration/security/hardening/
 */
export function apacheConfiguration(folder: string, extra: string | undefined): string {
  return `<Directory "${folder}/wp-content/uploads">
  <FilesMatch "\\.(?i:php|phar|phtml)$">
    Require all denied
  </FilesMatch>
</Directory>
${extra === undefined ? '' : `${extra.trimEnd()}\n`}`;
}
