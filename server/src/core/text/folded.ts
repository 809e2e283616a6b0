/** A name as it is compared with what somebody types: without cases and accents. */
export function folded(name: string): string {
  // Thousands of names are folded at once, and most have no accents to be taken apart.
  if (/^[\0-\x7f]*$/.test(name)) return name.toLowerCase();
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
