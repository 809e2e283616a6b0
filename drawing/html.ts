declare const isHtml: unique symbol;

/**
 * HTML. Only this file makes it: out of what is written here, and of text in which no sign is mark-up. So text that a page says
 * does not fit where this is wanted, until it is escaped.
 */
export type Html = string & { readonly [isHtml]: true };

function made(text: string): Html {
  return text as Html;
}

/** HTML as it is written here, with other HTML in it. */
export function html(words: TemplateStringsArray, ...parts: readonly Html[]): Html {
  return made(String.raw({ raw: words }, ...parts));
}

/** Several pieces in a row. */
export function joined(parts: readonly Html[], between: Html = html``): Html {
  return made(parts.join(between));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text in which no sign is mark-up: in an element, or in the quotes of an attribute. */
export function escaped(text: string): Html {
  return made(text.replace(/[&<>"']/g, sign => entities[sign] ?? sign));
}
