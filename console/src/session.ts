/** The editor token: taken once from the address or from a person, kept for this tab alone. */

const KEY = "hookwright.token";
const listeners = new Set<() => void>();
let reason = "";

/** Take `#token=…` out of the address before anything else can see it. */
export function adopt(): void {
  const given = new URLSearchParams(location.hash.slice(1)).get("token");
  if (given === null) return;
  history.replaceState(null, "", location.pathname + location.search);
  if (given.trim()) sessionStorage.setItem(KEY, given.trim());
}

export const token = (): string | null => sessionStorage.getItem(KEY);

/** Why a person is asked for a token again; empty at the first time. */
export const signedOutBecause = (): string => reason;

export function signIn(given: string): void {
  sessionStorage.setItem(KEY, given);
  reason = "";
  tell();
}

export function signOut(why = ""): void {
  sessionStorage.removeItem(KEY);
  reason = why;
  tell();
}

export function onSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}
