/** What a URN of CISO Assistant says behind its library: `urn:PACKAGER:risk:req_node:LIBRARY:3.1:a` is `3.1:a`. */
export function endOfUrn(urn: string): string {
  const [, end] = /^urn:[^:]*:risk:req_node:[^:]*:(.+)$/i.exec(urn) ?? [];
  return end ?? urn.slice(urn.lastIndexOf(':') + 1);
}
