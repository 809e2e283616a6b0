import type { Catalogue } from '../catalogue/catalogue.ts';
import type { MarkdownFacts } from '../markdown/facts.ts';
import { isProse, scanMarkdown } from '../markdown/scan.ts';
import { type DocumentShape, PlaceBuilder, type RecordShape } from '../model/shape.ts';
import { entry } from '../yaml/lookup.ts';
import type { YamlDocument, YamlMapping, YamlNode } from '../yaml/node.ts';
import { readRecords, readYaml } from '../yaml/read.ts';
import { type Envelope, envelopeOf } from './envelope.ts';
import type { CitationFact, DocumentFacts, RecordFacts } from './facts.ts';
import { kindOfRecord } from './kindOfRecord.ts';
import { readManifest } from './manifest.ts';
import { bodyCitations } from './mentions.ts';
import { isStub } from './placeholders.ts';
import { type Draft, readRecord } from './record.ts';
import type { Role } from './role.ts';

/**
 * Reads one document: any text, half-typed and foreign ones too, gives facts, and nothing throws.
 * @param text without a byte order mark
 */
export function readDocument(text: string, role: Role, catalogue: Catalogue): DocumentFacts {
  return role.language === 'markdown'
    ? readMarkdown(text, role, catalogue)
    : readYamlFile(text, role, catalogue);
}

function readMarkdown(text: string, role: Role, catalogue: Catalogue): DocumentFacts {
  const envelope = envelopeOf(text, role.layout === 'comply');
  const markdown = scanMarkdown(text, envelope.bodyStart);
  const yaml = envelope.style === 'none' ? [] : [readYaml(text, envelope.metaStart, envelope.metaEnd)];
  const root = yaml[0]?.root;
  const mapping = root?.type === 'mapping' ? root : undefined;
  const format = formatOf(role, envelope, mapping);
  const places: Int32Array[] = [];
  const citations: CitationFact[] = [];
  const kind = kindOfRecord(role, mapping, () => looksLikePolicy(text, role, mapping, markdown, catalogue));
  const records: RecordShape[] = [];
  if (kind) {
    const heading = markdown.headings[0];
    const draft: Draft = {
      kind,
      mapping,
      standing: standingOfBody(text, role, format, envelope, kind, markdown),
      fallbackTitle: heading?.text,
      fallbackPlace: heading
        ? { start: heading.textStart, end: heading.textEnd }
        : firstLine(text, envelope.bodyStart),
      mentions: bodyCitations(text, envelope.bodyStart, markdown, catalogue),
    };
    const builder = new PlaceBuilder();
    records.push(readRecord(text, draft, role, catalogue, builder, citations, 0));
    places.push(builder.done());
  }
  return finish(
    text,
    role,
    format,
    envelope,
    markdown,
    yaml,
    records,
    mapping ? [mapping] : [undefined],
    citations,
    places,
  );
}

function readYamlFile(text: string, role: Role, catalogue: Catalogue): DocumentFacts {
  const places: Int32Array[] = [];
  const citations: CitationFact[] = [];
  if (role.manifest) {
    const document = readYaml(text);
    const builder = new PlaceBuilder();
    const manifest = readManifest(text, document.root, builder);
    const shape: DocumentShape = { format: 'native', records: [], manifest };
    return {
      text,
      role,
      format: 'native',
      envelope: undefined,
      markdown: undefined,
      yaml: [document],
      records: [],
      citations,
      summary: { shape, places: [builder.done()] },
    };
  }
  const documents = readRecords(text);
  const records: RecordShape[] = [];
  const mappings: YamlMapping[] = [];
  for (const { root } of documents) {
    const mapping = root?.type === 'mapping' ? root : undefined;
    const kind = mapping && kindOfRecord(role, mapping, () => false);
    if (!kind || !mapping) continue;
    const draft: Draft = {
      kind,
      mapping,
      standing: role.template ? 'template' : 'counts',
      fallbackTitle: undefined,
      fallbackPlace: firstEntry(mapping),
      mentions: [],
    };
    const builder = new PlaceBuilder();
    records.push(readRecord(text, draft, role, catalogue, builder, citations, records.length));
    places.push(builder.done());
    mappings.push(mapping);
  }
  return finish(text, role, 'native', undefined, undefined, documents, records, mappings, citations, places);
}

function finish(
  text: string,
  role: Role,
  format: string,
  envelope: Envelope | undefined,
  markdown: MarkdownFacts | undefined,
  yaml: readonly YamlDocument[],
  shapes: readonly RecordShape[],
  mappings: readonly (YamlMapping | undefined)[],
  citations: readonly CitationFact[],
  places: readonly Int32Array[],
): DocumentFacts {
  const records: RecordFacts[] = shapes.map(({ kind }, i) => ({ kind, mapping: mappings[i] }));
  const shape: DocumentShape = { format, records: shapes, manifest: undefined };
  return { text, role, format, envelope, markdown, yaml, records, citations, summary: { shape, places } };
}

/** A document is Comply's where the layout is, where it lacks the opening fence, or where it has Comply's own keys. */
function formatOf(role: Role, { style }: Envelope, mapping: YamlMapping | undefined): string {
  const own = mapping && (entry(mapping, 'acronym') ?? entry(mapping, 'majorRevisions'));
  return role.layout === 'comply' || style === 'bare' || own
    ? 'comply'
    : role.layout === 'plain'
      ? 'plain'
      : 'native';
}

function standingOfBody(
  text: string,
  role: Role,
  format: string,
  { bodyStart }: Envelope,
  kind: string,
  markdown: MarkdownFacts,
): RecordShape['standing'] {
  if (role.template) return 'template';
  // Comply's bodies are Go templates: there `{{.Name}}` is final source.
  if (format !== 'comply' && hasUnrendered(text, bodyStart, markdown)) return 'template';
  const prose = kind === 'policy' || kind === 'procedure' || kind === 'narrative';
  return prose && text.length - bodyStart < 2000 && isStub(text.slice(bodyStart)) ? 'stub' : 'counts';
}

function hasUnrendered(text: string, from: number, markdown: MarkdownFacts): boolean {
  for (let at = text.indexOf('{{', from); at >= 0; at = text.indexOf('{{', at + 2)) {
    const end = text.indexOf('}}', at);
    if (end < 0) return false;
    if (end - at < 120 && isProse(markdown, at, end + 2)) return true;
  }
  return false;
}

/**
 * Whether a Markdown document in a folder without any convention is a policy: it says so itself, by its front matter,
 * title or file name, or it cites criteria.
 */
function looksLikePolicy(
  text: string,
  role: Role,
  mapping: YamlMapping | undefined,
  markdown: MarkdownFacts,
  catalogue: Catalogue,
): boolean {
  const flag = mapping && scalarOf(entry(mapping, 'policy')?.value);
  if (flag !== undefined) return flag === 'true';
  const title = mapping && scalarOf(entry(mapping, 'title')?.value);
  const names = [role.stem, title, markdown.headings[0]?.text];
  if (
    names.some(
      name =>
        name !== undefined && /\b(?:polic(?:y|ies)|procedure|standard)\b/i.test(name.replace(/[-_]/g, ' ')),
    )
  ) {
    return true;
  }
  return bodyCitations(text, 0, markdown, catalogue).length > 1;
}

function scalarOf(node: YamlNode | undefined): string | undefined {
  return node?.type === 'scalar' ? node.value.trim() : undefined;
}

function firstLine(text: string, from: number): { start: number; end: number } {
  const start = Math.max(from, text.slice(from).search(/\S/) + from);
  const end = text.slice(start).search(/[\r\n]/);
  return { start, end: end < 0 ? text.length : start + end };
}

function firstEntry(mapping: YamlMapping): { start: number; end: number } {
  const { start, end } = mapping.entries[0]?.key ?? mapping;
  return { start, end };
}
