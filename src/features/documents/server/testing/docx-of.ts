const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A paragraph, numbered by a list or a style if either is named. */
export function paragraph(
  text: string,
  { list, level, style }: { list?: string; level?: number; style?: string } = {},
): string {
  const styled = style === undefined ? '' : `<w:pStyle w:val="${style}"/>`;
  const at = level === undefined ? '' : `<w:ilvl w:val="${level}"/>`;
  const numbered = list === undefined ? '' : `<w:numPr>${at}<w:numId w:val="${list}"/></w:numPr>`;
  return `<w:p><w:pPr>${styled}${numbered}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
}

/** A numbering part with list 1; `others` are further w:num. */
export function listOf(levels: readonly { format: string; text: string }[], others = ''): string {
  const written = levels.map(
    ({ format, text }, index) =>
      `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
  );
  return `<w:numbering ${NAMESPACES}><w:abstractNum w:abstractNumId="0">${written.join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>${others}</w:numbering>`;
}

/** The parts of a .docx made by hand, no more than a reader needs; to be zipped. */
export function docxParts(
  body: string,
  parts: { numbering?: string; styles?: string } = {},
): (readonly [name: string, text: string])[] {
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  return [
    [
      '_rels/.rels',
      `<Relationships>${relation('r1', 'officeDocument', 'word/document.xml')}</Relationships>`,
    ],
    [
      'word/_rels/document.xml.rels',
      `<Relationships>${relation('r1', 'numbering', 'numbering.xml')}${relation('r2', 'styles', 'styles.xml')}</Relationships>`,
    ],
    ['word/document.xml', `<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`],
    ...(parts.numbering === undefined ? [] : [['word/numbering.xml', parts.numbering] as const]),
    ...(parts.styles === undefined ? [] : [['word/styles.xml', parts.styles] as const]),
  ];
}
