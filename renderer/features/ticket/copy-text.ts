/** Puts a text on the clipboard. Answers whether that worked; never for a security code or password. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
