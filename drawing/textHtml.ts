import type { ShownText, ShownWords } from '../protocol/page.ts';
import { escaped, type Html, html, joined } from './html.ts';

/** What a link leads to. */
export type Target = NonNullable<ShownWords['target']>;

/** Where a link leads, as a URI; undefined for what this client cannot do. */
export type HrefOf = (target: Target) => string | undefined;

/** Running text, with its styles and links. */
export function textHtml(text: ShownText, hrefOf: HrefOf): Html {
  return joined(
    text.map(inline => {
      if (typeof inline === 'string') return escaped(inline);
      const { target } = inline;
      const words = styled(inline);
      const href = target && hrefOf(target);
      if (target === undefined || href === undefined) return words;
      const kind = 'action' in target ? html` class="button" role="button"` : html``;
      return html`<a${kind} href="${escaped(href)}">${words}</a>`;
    }),
  );
}

function styled({ text, style }: ShownWords): Html {
  const words = escaped(text);
  if (style === 'strong') return html`<strong>${words}</strong>`;
  if (style === 'emphasis') return html`<em>${words}</em>`;
  return style === 'code' ? html`<code>${words}</code>` : words;
}
