/** Where the image keeps WordPress. */
const SOURCE = '/usr/src/wordpress';

/**
 * Brings WordPress to the content volume before the web server starts, as one pod at a time (`flock`):
 *
 * - an empty volume gets all of it; `wp-includes` with the version comes last, so that a copy that was interrupted is made again;
 * - a volume with an older WordPress than the image's gets the image's code, and keeps `wp-content` and `wp-config.php`, as an
 *   update from the admin pages does. A newer one stays.
 *
 * The image's own start script copies into an empty directory only, fails on a volume whose root belongs to root (it sets the
 * directory's mode), and another pod that starts meanwhile takes half a copy for a whole one.
 *
 * @see https://github.com/docker-library/wordpress/blob/master/docker-entrypoint.sh
 * @see https://developer.wordpress.org/advanced-administration/upgrade/upgrading/ which files an update replaces
 */
export function contentScript(source = SOURCE): string {
  return String.raw`set -eu
source=${source}
version_in() { sed -n "s/^\$wp_version = '\(.*\)';.*/\1/p" "$1/wp-includes/version.php" 2>/dev/null || true; }
# Copies beside and renames, so that a file or directory is whole or not there.
place() {
  rm -rf "$2.new"
  cp -R "$1" "$2.new"
  rm -rf "$2"
  mv "$2.new" "$2"
}
exec 9>.copy.lock
flock 9
present=$(version_in .)
image=$(version_in "$source")
if [ -n "$present" ] && [ "$(printf '%s\n%s\n' "$present" "$image" | sort -V | tail -n 1)" = "$present" ]; then
  echo "WordPress $present is there; the image has $image"
else
  echo "copying WordPress $image over ${'$'}{present:-an empty volume}"
  for path in "$source"/*; do
    name=${'$'}{path##*/}
    case $name in wp-content | wp-includes) ;; *) place "$path" "$name" ;; esac
  done
  mkdir -p wp-content/plugins wp-content/themes
  for path in "$source"/.htaccess "$source"/wp-content/* "$source"/wp-content/plugins/* "$source"/wp-content/themes/*; do
    name=${'$'}{path#"$source"/}
    if [ -e "$path" ] && [ ! -e "$name" ]; then place "$path" "$name"; fi
  done
  place "$source/wp-includes" wp-includes
fi
if [ ! -s wp-config.php ] && [ -e "$source/wp-config-docker.php" ]; then
  phrase='put your unique phrase here'
  while IFS= read -r line || [ -n "$line" ]; do
    case $line in
      *"$phrase"*) line="${'$'}{line%%"$phrase"*}$(od -An -N32 -tx1 /dev/urandom | tr -d ' \n')${'$'}{line#*"$phrase"}" ;;
    esac
    printf '%s\n' "$line"
  done <"$source/wp-config-docker.php" >wp-config.php.new
  mv wp-config.php.new wp-config.php
fi
`;
}
