import { type CheckedFile, checkFile } from '../../documents/index.ts';
import { findRow } from '../../office/index.ts';

const ascii = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/g, ' ')
    .replace(/[()\\]/g, ' ');

/** One page with a few lines, as small as a PDF can be and still open everywhere. */
const pdf = (lines: readonly string[]): Buffer => {
  const text = lines.map((line, index) => `BT /F1 ${index === 0 ? 22 : 13} Tf 72 ${720 - index * 30} Td (${ascii(line)}) Tj ET`).join('\n');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${text.length}>>stream\n${text}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj${object}endobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(
    `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  );
};

/** A paper of the demo: says what it stands for and whose it is, and always has the same bytes. */
export const samplePaper = (type: string, person: string): CheckedFile =>
  checkFile(
    {
      filename: `${type.toLowerCase()}.pdf`,
      content: pdf([
        (findRow('unterlagen', type)?.imBrief ?? type).replace(/^Ihre?n? /, ''),
        `Person: ${person}`,
        'MUSTER - erfundene Unterlage der Vorfuehrung',
      ]),
    },
    type,
  );
