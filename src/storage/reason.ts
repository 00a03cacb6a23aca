/** What an error says, for a sentence; that of a connection that was tried at several addresses says it in its code alone. */
export function reasonOf(err: unknown): string {
  const { message, code } = err as { readonly message?: string; readonly code?: string };
  return (message || code || String(err)).replace(/\.$/, '');
}
