import test from 'ava';
import { attachment } from '../../../services/documents/attachment.ts';
import { checkFile, maxFileBytes } from '../../../services/documents/check-file.ts';
import { findMissing } from '../../../services/documents/required.ts';
import { safeFileName } from '../../../services/documents/safe-file-name.ts';
import { nameOf, rowsOf } from '../../../services/office/index.ts';
import { Invalid, TooLarge } from '../../../services/platform/errors.ts';

const pdf = Buffer.from('%PDF-1.7\n%%EOF');
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);
const jpg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0]);
const upload = (filename: string, content: Buffer, declared = 'application/octet-stream') => ({
  filename,
  headers: { 'content-type': declared },
  content,
});
const refusal = (file: Parameters<typeof checkFile>[0], type = 'PASS') => {
  try {
    checkFile(file, type);
  } catch (error) {
    return error;
  }
  return undefined;
};

test('PDF, JPG and PNG are taken, with what the content says they are', (t) => {
  t.like(checkFile(upload('Pass.pdf', pdf, 'application/pdf'), 'PASS'), {
    fileName: 'Pass.pdf',
    mediaType: 'application/pdf',
    size: pdf.length,
  });
  t.is(checkFile(upload('a.PNG', png, 'image/png'), 'FOTO').mediaType, 'image/png');
  t.is(checkFile(upload('a.jpeg', jpg, 'image/jpeg; x=1'), 'FOTO').mediaType, 'image/jpeg');
  t.regex(checkFile(upload('a.jpg', jpg), 'FOTO').sha256, /^[0-9a-f]{64}$/);
});

const bad: Record<string, ReturnType<typeof upload>> = {
  'an empty file': upload('a.pdf', Buffer.alloc(0)),
  'a web page that calls itself PDF': upload('a.pdf', Buffer.from('<html>%PDF-1.7')),
  'a PDF with the ending of a picture': upload('a.png', pdf),
  'a PDF without an ending': upload('pass', pdf),
  'a PDF with a second, dangerous ending': upload('pass.pdf.exe', pdf),
  'a PDF declared as a web page': upload('a.pdf', pdf, 'text/html'),
  'an executable': upload('a.exe', Buffer.from('MZ\x90')),
  'an SVG': upload('a.svg', Buffer.from('<svg/>'), 'image/svg+xml'),
};
for (const [name, file] of Object.entries(bad)) {
  test(`${name} is refused with a fault at the field`, (t) => {
    const error = refusal(file);
    t.true(error instanceof Invalid);
    t.like((error as Invalid).details, [{ field: 'file' }]);
  });
}

test('the test string of virus scanners is refused, also inside a PDF', (t) => {
  const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
  t.regex(String((refusal(upload('a.pdf', Buffer.concat([pdf, Buffer.from(eicar)]))) as Invalid).message), /Virus/);
  t.true(refusal(upload('eicar.com', Buffer.from(eicar))) instanceof Invalid);
});

test('ten megabytes are taken, one byte more is too large', (t) => {
  const content = Buffer.alloc(maxFileBytes + 1);
  pdf.copy(content);
  t.true(refusal(upload('a.pdf', content)) instanceof TooLarge);
  t.is(refusal(upload('a.pdf', content.subarray(0, maxFileBytes))), undefined);
});

test('an unknown kind of paper is refused together with the fault of the file', (t) => {
  t.deepEqual(
    ((refusal(upload('a.exe', Buffer.from('MZ')), 'NONSENSE') as Invalid).details as { field: string }[]).map(({ field }) => field),
    ['file', 'type'],
  );
  t.true(refusal(upload('a.pdf', pdf), '__proto__') instanceof Invalid);
});

test('file names lose paths, control signs, direction marks and device names, and are one normal form', (t) => {
  t.is(safeFileName('../../etc/passwd.pdf'), 'passwd.pdf');
  t.is(safeFileName('C:\\Users\\x\\Pass.pdf'), 'Pass.pdf');
  t.is(safeFileName('a\u0000b\r\nSet-Cookie: x.pdf'), 'abSet-Cookie_ x.pdf');
  t.is(safeFileName('Pass\u202Efdp.pdf'), 'Passfdp.pdf');
  t.is(safeFileName('Mu\u0308ller.pdf'), 'M\u00FCller.pdf');
  t.is(safeFileName('con.pdf'), '_con.pdf');
  t.is(safeFileName('...pdf'), 'pdf');
  t.is(safeFileName(''), 'unterlage');
  t.is(safeFileName('  .  '), 'unterlage');
  t.is(safeFileName('a\ud800b.pdf').isWellFormed(), true);
});

test('a long name keeps its ending and stays whole', (t) => {
  const name = safeFileName(`${'😀ä'.repeat(300)}.pdf`);
  t.true(name.length <= 200 && name.endsWith('.pdf') && name.isWellFormed());
  t.true(safeFileName(`a.${'b'.repeat(400)}`).length <= 200);
});

test('a download carries its true name as RFC 5987 has it and cannot break the header', (t) => {
  t.is(attachment('Müller (1).pdf'), 'attachment; filename="Muller (1).pdf"; filename*=UTF-8\'\'M%C3%BCller%20%281%29.pdf');
  t.false(/[\r\n]/.test(attachment('a"\r\nx: y.pdf')));
  t.regex(attachment('护照.pdf'), /filename="__\.pdf"/);
});

test('a Duldung needs a pass or proof of trying, a photo and the registration', (t) => {
  const duldung = { anliegen: 'DULDUNG' };
  t.deepEqual(findMissing(duldung, []), ['PASS', 'FOTO', 'MELDEBESTAETIGUNG']);
  t.deepEqual(findMissing(duldung, ['PASSBEMUEHUNG', 'FOTO', 'MELDEBESTAETIGUNG']), []);
  t.deepEqual(findMissing(duldung, ['PASS', 'FOTO']), ['MELDEBESTAETIGUNG']);
  t.deepEqual(findMissing({ ...duldung, duldungsgrund: 'KRANKHEIT' }, ['PASS', 'FOTO', 'MELDEBESTAETIGUNG']), ['ATTEST']);
  t.deepEqual(findMissing({ anliegen: 'ETWAS_ANDERES' }, []), []);
});

test('every kind of paper has a name people understand', (t) => {
  for (const { code, de, imBrief } of rowsOf('unterlagen')) t.false([de, imBrief].includes(code));
  t.is(nameOf('unterlagen', 'ALT_UNBEKANNT'), 'ALT_UNBEKANNT');
});
