import test from 'ava';
import { declareUtf8, decodeUtf8, limits, readXml, walk, XmlRefused } from '../../../services/reading/read-xml.ts';

const refused = (
  t: { throws: (fn: () => unknown, expected: { instanceOf: typeof XmlRefused; message: RegExp }) => unknown },
  text: string,
  message: RegExp,
) => t.throws(() => readXml(text), { instanceOf: XmlRefused, message });

test('elements keep namespace, attributes, text and their place', (t) => {
  const text = '<a:x xmlns:a="urn:a" id="1">\n  <a:y name="&quot;ü&quot; &gt;">Wort<![CDATA[ & Satz]]></a:y>\n</a:x>';
  const root = readXml(text);
  const [child] = root.children;
  t.is(root.namespace, 'urn:a');
  t.deepEqual(child?.attributes, { name: '"ü" >' });
  t.is(child?.text, 'Wort & Satz');
  t.is(child && text.slice(child.tagStart, child.tagEnd), '<a:y name="&quot;ü&quot; &gt;">');
});

test('the place of a tag is right behind letters of two code units and Windows line ends', (t) => {
  const text = "<x>\r\n<!-- 𝔸 -->\r\n<y a='>'/>𝔹<z/></x>";
  for (const element of walk(readXml(text))) t.regex(text.slice(element.tagStart, element.tagEnd), new RegExp(`^<${element.name}[^<]*>$`));
});

test('a DTD, and with it every entity, is refused', (t) => {
  refused(t, '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', /DTD/);
  refused(t, '<!DOCTYPE x SYSTEM "http://evil.example/x.dtd"><x/>', /DTD/);
});

test('broken, empty and wrongly encoded files are refused with a sentence', (t) => {
  refused(t, '<x><y></x>', /kein lesbares XML/);
  refused(t, '<x a="1" a="2"/>', /kein lesbares XML/);
  refused(t, '<p:x/>', /kein lesbares XML/);
  refused(t, '', /kein lesbares XML|leer/);
  refused(t, '<?xml version="1.0" encoding="UTF-16"?><x/>', /UTF-16/);
});

test('depth, number and size are bounded', (t) => {
  const nested = (levels: number) => '<x>'.repeat(levels) + '</x>'.repeat(levels);
  t.notThrows(() => readXml(nested(limits.depth)));
  refused(t, nested(limits.depth + 1), /geschachtelt/);
  const many = (count: number) => `<x>${'<y/>'.repeat(count - 1)}</x>`;
  t.notThrows(() => readXml(many(limits.elements)));
  refused(t, many(limits.elements + 1), /Elemente/);
  refused(t, `<x>${' '.repeat(limits.bytes)}</x>`, /zu groß/);
});

test('a text that is no bytes any more declares what it will be stored as, and nothing else of it changes', (t) => {
  t.is(
    declareUtf8(`<?xml version='1.0' encoding='ISO-8859-1' standalone="yes"?>\n<x/>`),
    `<?xml version='1.0' encoding='UTF-8' standalone="yes"?>\n<x/>`,
  );
  for (const text of ['<?xml version="1.0" encoding="utf-8"?><x/>', '<?xml version="1.0"?><x encoding="ISO-8859-1"/>', '<x/>'])
    t.is(declareUtf8(text), text);
});

test('only UTF-8 is read', (t) => {
  t.is(decodeUtf8(Buffer.from('Gruß')), 'Gruß');
  t.throws(() => decodeUtf8(Buffer.from('<x/>', 'utf16le').fill(0xff, 0, 1)), { instanceOf: XmlRefused });
  t.throws(() => decodeUtf8(Buffer.from([0x47, 0xfc])), { instanceOf: XmlRefused });
  t.throws(() => decodeUtf8(Buffer.alloc(limits.bytes + 1)), { instanceOf: XmlRefused });
});
