import { Invalid } from '../../platform/errors.ts';
import { declaredEncoding } from '../../reading/index.ts';

const decoderFor = (label: string): TextDecoder | undefined => {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    return undefined;
  }
};

/** What the first bytes are for sure: a byte order mark, or `<` in two bytes. */
const wideOf = ([first, second]: Uint8Array): string | undefined => {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return undefined;
};

/** Names of encodings are ASCII, and so is what stands before them. */
const declaredIn = (bytes: Uint8Array): string | undefined => declaredEncoding(Buffer.from(bytes.subarray(0, 200)).toString('latin1'));

/**
 * Bytes → text as the file itself says: byte order mark, else the encoding of its XML declaration, else UTF-8. ISO-8859-1 is read as windows-1252, as
 * browsers do: tools that write it mean that. A declared UTF-16 in a file of single bytes is a slip of programs that keep texts as UTF-16; it counts as
 * UTF-8. Nothing is guessed: throws Invalid with a sentence where the bytes are not what they are said to be.
 */
export const decodeText = (bytes: Uint8Array): string => {
  const wide = wideOf(bytes);
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const declared = wide || marked ? undefined : declaredIn(bytes);
  const said = declared !== undefined && !/^(?:utf-?16|iso-10646)/i.test(declared) ? declared : undefined;
  const decoder = decoderFor(wide ?? said ?? 'utf-8');
  if (!decoder) throw new Invalid(`Die Datei nennt die Kodierung „${said}“; die ist hier unbekannt. Bitte als UTF-8 speichern.`);
  try {
    return decoder.decode(bytes);
  } catch {
    throw new Invalid(
      wide || said || marked
        ? `Die Datei ist nicht so geschrieben, wie sie sagt (${decoder.encoding}). Bitte im anderen Werkzeug als UTF-8 speichern.`
        : 'Die Datei ist nicht in UTF-8 geschrieben und nennt keine andere Kodierung. Bitte im anderen Werkzeug als UTF-8 speichern.',
    );
  }
};
