/** What is typed into the one field for both: six digits, or a recovery code. */
export function codesIn(typed: unknown): { totp?: string; recoveryCode?: string } {
  const text = typeof typed === "string" ? typed.trim() : "";
  if (text === "") return {};
  return /^\d{6}$/.test(text.replaceAll(" ", "")) ? { totp: text.replaceAll(" ", "") } : { recoveryCode: text };
}
