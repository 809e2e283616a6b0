import type { Catalog } from '../catalog/catalog.ts';
import type { Citation } from '../catalog/citations.ts';
import type { MarkdownFacts } from '../markdown/facts.ts';
import { scanMarkdown } from '../markdown/scan.ts';
import { kinds, type RecordKind } from '../model/kinds.ts';
import { type DocumentShape, type LinkShape, PlaceBuilder, type RecordShape } from '../model/shape.ts';
import { detach } from '../text/detach.ts';
import { entry } from '../yaml/lookup.ts';
import type { YamlDocument, YamlMapping } from '../yaml/node.ts';
import { readRecords, readYaml } from '../yaml/read.ts';
import { anchorLines } from './anchors.ts';
import {
  isAboutPolicies,
  isCalledPolicy,
  isForm,
  isOnlyLinks,
  makesTickets,
  policyFlag,
} from './callsItself.ts';
import { componentsIn } from './componentsIn.ts';
import { withDenials } from './denials.ts';
import type { Envelope } from './envelope.ts';
import type { CitationFact, DocumentFacts, RecordFacts } from './facts.ts';
import { foreignFrontMatter } from './foreignFrontMatter.ts';
import { takesIn } from './includes.ts';
import { kindOfRecord } from './kindOfRecord.ts';
import { formatOf, layoutNamed } from './layouts/layouts.ts';
import { native } from './layouts/native.ts';
import { plain } from './layouts/plain.ts';
import { withLinks } from './linkedMentions.ts';
import { linksOf } from './links.ts';
import { readManifest } from './manifest.ts';
import { bodyCitations } from './mentions.ts';
import { pageHead } from './pageHead.ts';
import { citesAsDocument, type ReadPage } from './pageSigns.ts';
import { passedOverFacts } from './passedOver.ts';
import { piecesIn } from './piecesIn.ts';
import { isStub, unfilledFields } from './placeholders.ts';
import { inOrder } from './placesOfDenials.ts';
import { readRegister } from './readRegister.ts';
import { readRows } from './readRows.ts';
import { type Draft, readRecord } from './record.ts';
import type { Role } from './role.ts';
import { silencingsIn } from './silencings.ts';
import { textIn } from './stated.ts';
import { controlRowsIn } from './tableOfControls.ts';
import { isTooLarge, unreadFacts } from './tooLarge.ts';

/**
 * Reads one document: any text, half-typed and foreign ones too, gives facts, and nothing throws.
 * @param text without a byte order mark
 */
export function readDocument(text: string, role: Role, catalog: Catalog): DocumentFacts {
  if (role.language === 'csv') return readRegister(text, role, catalog);
  if (isTooLarge(text, role)) return unreadFacts(text, role);
  return role.language === 'markdown' ? readMarkdown(text, role, catalog) : readYamlFile(text, role, catalog);
}

function readMarkdown(text: string, role: Role, catalog: Catalog): DocumentFacts {
  const { envelope, yaml, mapping, dialect } = pageHead(text, role);
  const markdown = scanMarkdown(text, envelope.bodyStart, dialect);
  let places: readonly Int32Array[] = [];
  const citations: CitationFact[] = [];
  let all: readonly Citation[] | undefined;
  const page: ReadPage = { envelope, citations: () => (all ??= bodyCitations(text, 0, markdown, catalog)) };
  let inBody: readonly Citation[] | undefined;
  const cited = () => (inBody ??= bodyCitations(text, envelope.bodyStart, markdown, catalog));
  const ofFile = kindOfRecord(role, mapping, () => looksLikePolicy(text, role, mapping, page, markdown));
  const inControls = role.folder === 'control';
  const mayHoldRows = ofFile ? kinds[ofFile].prose === true || ofFile === 'document' : inControls;
  const rows = mayHoldRows ? controlRowsIn(text, markdown, catalog, inControls) : [];
  const isRead = rows.length > 0 || (inControls && citesAsDocument(cited().length, text));
  const kind = ofFile ?? (isRead ? 'document' : undefined);
  if (!kind) {
    const passedOver = passedOverFacts(text, role, page);
    if (passedOver) return passedOver;
  }
  // What only looks like a policy was written for no convention, wherever it lies.
  const isPlain = kind === 'policy' && role.pages !== undefined && !isStated(mapping);
  const format = formatOf(isPlain ? plain.name : role.layout, envelope.style, mapping);
  let records: readonly RecordShape[] = [];
  let read: readonly Pick<RecordFacts, 'mapping' | 'yaml' | 'row'>[] = [];
  let links: readonly LinkShape[] = [];
  if (kind) {
    const heading = markdown.headings[0];
    const body = { start: envelope.bodyStart, end: text.length };
    const mentions = withLinks(withDenials(text, body, cited(), markdown), markdown);
    const isInRow = inOrder(rows.flatMap(row => row.rows));
    const draft: Draft = {
      kind,
      mapping,
      standing: standingOfBody(text, role, format, envelope, kind, markdown, mapping),
      stem: detach(role.stem),
      fallbackTitle: heading?.text,
      fallbackPlace: heading
        ? { start: heading.textStart, end: heading.textEnd }
        : firstLine(text, envelope.bodyStart),
      body,
      cron: layoutNamed(format).cron,
      mentions: rows.length > 0 ? mentions.filter(({ start }) => !isInRow(start)) : mentions,
    };
    const builder = new PlaceBuilder();
    const slug = mapping && textIn(entry(mapping, 'slug')?.value);
    const suffixesArePoints = role.suffixesArePoints === true;
    const own = readRecord(text, draft, catalog, builder, citations, 0, suffixesArePoints);
    const record = slug ? { ...own, slug: detach(slug) } : own;
    // Its first heading is in its body, and there only if something is said below it.
    const title = record.title === heading?.text ? undefined : record.title;
    const isAboutSystem = record.describes?.includes('DC 3');
    const components = isAboutSystem && componentsIn(text, envelope.bodyStart, markdown, title);
    const whole = components ? { ...record, components } : record;
    links = linksOf(markdown, builder, role.site?.links);
    const { standing } = record;
    const ofRows = readRows(
      text,
      rows,
      { mentions, inControls, standing, suffixesArePoints },
      catalog,
      citations,
    );
    records = [whole, ...ofRows.shapes];
    places = [builder.done(), ...ofRows.places];
    read = [{ mapping, yaml: yaml[0] }, ...ofRows.facts];
  }
  return finish(text, role, format, envelope, markdown, yaml, records, read, citations, places, links);
}

function readYamlFile(text: string, role: Role, catalog: Catalog): DocumentFacts {
  const places: Int32Array[] = [];
  const citations: CitationFact[] = [];
  if (role.manifest) {
    const document = readYaml(text);
    const builder = new PlaceBuilder();
    const manifest = readManifest(text, document.root, builder);
    const shape: DocumentShape = { format: native.name, records: [], manifest };
    return {
      text,
      role,
      format: native.name,
      envelope: undefined,
      markdown: undefined,
      yaml: [document],
      records: [],
      citations,
      silencings: silencingsIn(text, undefined, [document]),
      summary: { shape, places: [builder.done()] },
    };
  }
  const documents = readRecords(text);
  const records: RecordShape[] = [];
  const pieces = documents.flatMap(yaml => piecesIn(yaml, role).map(piece => ({ ...piece, yaml })));
  const read: typeof pieces = [];
  for (const piece of pieces) {
    const { mapping, keyedBy } = piece;
    // What stands under an id is a record without any other sign.
    const isKeyed = keyedBy && entry(mapping, 'kind') === undefined;
    const kind = isKeyed ? role.folder : kindOfRecord(role, mapping, () => false);
    if (!kind) continue;
    const draft: Draft = {
      kind,
      mapping,
      standing: standingOfFile(role) ?? 'counts',
      stem: pieces.length === 1 && !keyedBy ? detach(role.stem) : undefined,
      ...(keyedBy && { keyedBy }),
      fallbackTitle: undefined,
      fallbackPlace: firstEntry(mapping),
      cron: native.cron,
      mentions: [],
    };
    const builder = new PlaceBuilder();
    records.push(
      readRecord(text, draft, catalog, builder, citations, records.length, role.suffixesArePoints === true),
    );
    places.push(builder.done());
    read.push(piece);
  }
  return finish(text, role, native.name, undefined, undefined, documents, records, read, citations, places);
}

function finish(
  text: string,
  role: Role,
  format: string,
  envelope: Envelope | undefined,
  markdown: MarkdownFacts | undefined,
  yaml: readonly YamlDocument[],
  shapes: readonly RecordShape[],
  read: readonly Omit<RecordFacts, 'kind'>[],
  citations: readonly CitationFact[],
  places: readonly Int32Array[],
  links: readonly LinkShape[] = [],
): DocumentFacts {
  const records: RecordFacts[] = shapes.map(({ kind }, i) => ({
    ...(read[i] ?? { mapping: undefined, yaml: undefined }),
    kind,
  }));
  const bodyStart = envelope?.bodyStart ?? 0;
  const anchors = markdown && anchorLines(text, bodyStart, markdown, role.site?.anchors);
  const shape: DocumentShape = {
    ...{ format, records: shapes, manifest: undefined },
    ...(links.length > 0 ? { links } : {}),
    ...(links.length > 0 && role.site?.links ? { linkRoots: role.site.links } : {}),
    ...(anchors === undefined ? {} : { anchors }),
    ...(markdown && role.site?.anchors ? { anchorsBy: role.site.anchors } : {}),
    ...(markdown && takesIn(text, bodyStart, markdown) ? { takesIn: true } : {}),
  };
  const silencings = silencingsIn(text, markdown, yaml);
  const summary = { shape, places };
  return { text, role, format, envelope, markdown, yaml, records, citations, silencings, summary };
}

/** What a file's place says of the standing of its records. */
function standingOfFile(role: Role): RecordShape['standing'] | undefined {
  if (role.template) return 'template';
  return role.archived ? 'retired' : undefined;
}

function standingOfBody(
  text: string,
  role: Role,
  format: string,
  envelope: Envelope,
  kind: RecordKind,
  markdown: MarkdownFacts,
  mapping: YamlMapping | undefined,
): RecordShape['standing'] {
  const ofFile = standingOfFile(role);
  if (ofFile) return ofFile;
  const ticket = makesTickets(kind, mapping);
  if (unfilledFields(text, format, role, envelope, markdown, ticket).length > 0) return 'template';
  if (kinds[kind].prose && isForm(namesIn(role, mapping, markdown), text, envelope.bodyStart))
    return 'template';
  return kinds[kind].prose && isStub(text.slice(envelope.bodyStart)) ? 'stub' : 'counts';
}

/** Whether a document says itself what kind of record it is. */
function isStated(mapping: YamlMapping | undefined): boolean {
  return mapping !== undefined && textIn(entry(mapping, 'kind')?.value) !== undefined;
}

/**
 * Whether a Markdown document outside the conventional folders is a policy: it says so itself, by its front matter, it cites
 * criteria, or it is called so where that counts.
 */
function looksLikePolicy(
  text: string,
  role: Role,
  mapping: YamlMapping | undefined,
  { envelope: { style, metaStart, metaEnd, bodyStart }, citations }: ReadPage,
  markdown: MarkdownFacts,
): boolean {
  // In another language too it is surely meant: what it says is then found to be unread.
  const foreign = style === 'none' ? foreignFrontMatter(text) : undefined;
  const flag = foreign ? foreign.isRecord : policyFlag(text.slice(metaStart, metaEnd));
  if (flag !== undefined) return flag;
  if (mapping && (entry(mapping, 'satisfies') ?? entry(mapping, 'tsc_criteria'))) return true;
  const names = [...namesIn(role, mapping, markdown), foreign?.title];
  if (
    role.pages === 'called' &&
    !names.some(name => name !== undefined && isAboutPolicies(name)) &&
    !isOnlyLinks(text, bodyStart, markdown) &&
    names.some(name => name !== undefined && isCalledPolicy(name))
  ) {
    return true;
  }
  return citesAsDocument(citations().length, text);
}

/** What a document is called: by its file, its title, and its first heading. */
export function namesIn(
  { stem }: Role,
  mapping: YamlMapping | undefined,
  { headings }: MarkdownFacts,
): readonly (string | undefined)[] {
  return [stem, mapping && textIn(entry(mapping, 'title')?.value), headings[0]?.text];
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
