import { join } from 'node:path';
import { isMainThread, parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { FONT_FAMILY, readFonts } from './font-files.ts';
import type { TypesetAnswer, TypesetRequest } from './typesetter.ts';

/** The compiler reads files of this folder and no others. */
const TEMPLATES = join(import.meta.dirname, 'templates');

/** PDF/A-2b: for keeping (GB/T 23286); it also refuses a text that the fonts cannot show. */
const settings = { pdfStandard: 'a-2b', pdfTags: false };

let compiler: NodeCompiler | undefined;

function openCompiler(): NodeCompiler {
  const opened = NodeCompiler.create({
    workspace: TEMPLATES,
    fontArgs: [{ fontBlobs: readFonts() }],
  });
  requireFont(opened);
  return opened;
}

/** An unknown font is only a warning to the compiler, which would then draw nothing at all. */
function requireFont(opened: NodeCompiler): void {
  const probe = opened.compile({
    mainFileContent: `#set text(font: "${FONT_FAMILY}", fallback: false)\nA`,
  });
  const warnings = probe.takeWarnings()?.shortDiagnostics ?? [];
  if (warnings.length > 0 || probe.result === null) throw new Error('The font is not to be found');
}

function typeset({ template, json }: TypesetRequest): Uint8Array<ArrayBuffer> {
  compiler ??= openCompiler();
  // Straight to PDF: a compiled document in between stays in memory until the process ends.
  const pdf = compiler.pdf(
    { mainFilePath: join(TEMPLATES, `${template}.typ`), inputs: { data: json } },
    settings,
  );
  compiler.evictCache(0);
  return new Uint8Array(pdf);
}

function answer(request: TypesetRequest): void {
  let reply: TypesetAnswer;
  try {
    const pdf = typeset(request);
    reply = { number: request.number, pdf };
    parentPort?.postMessage(reply, [pdf.buffer]);
  } catch (error) {
    reply = { number: request.number, fault: withoutValues(error) };
    parentPort?.postMessage(reply);
  }
}

/** The compiler quotes what it stumbles over, which may be a name of the register. */
function withoutValues(error: unknown): string {
  return String(error)
    .replaceAll(/[`"][^`"]*[`"]/g, '…')
    .replaceAll(/\p{Script=Han}/gu, '…');
}

if (!isMainThread) parentPort?.on('message', answer);
