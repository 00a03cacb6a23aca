/** The whole http or https address that is told, relative to another; null where it is none. */
export function httpAddress(told: string | undefined, base: string): string | null {
  const address = told?.trim() ?? '';
  if (address === '' || !URL.canParse(address, base)) return null;
  const { protocol, href } = new URL(address, base);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}
