/** Prefix of the environment variables for an object: `SHOP_API` for `shop-api`. */
export function variablePrefix(name: string): string {
  return name.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
}
