import { Invalid } from './errors.ts';
import type { UploadedFile } from './route.ts';

const mostParts = 50;

const toPart = async (value: string | File): Promise<string | UploadedFile> =>
  typeof value === 'string'
    ? value
    : { filename: value.name, headers: { 'content-type': value.type }, content: Buffer.from(await value.arrayBuffer()) };

/**
 * Reads a multipart body with the platform's own parser. The framework's one ends the process when a part is called
 * `hasOwnProperty`. A name that comes twice becomes a list, which the schemas refuse unless they want one.
 */
export const readUpload = async (body: Buffer, contentType: string): Promise<Record<string, unknown>> => {
  let form: FormData;
  try {
    form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  } catch {
    throw new Invalid('Die Datei kam nicht lesbar an. Bitte senden Sie sie noch einmal.');
  }
  const names = [...new Set(form.keys())];
  if (names.includes('__proto__')) throw new Invalid('Eine dieser Angaben ist hier nicht vorgesehen.');
  if ([...form.keys()].length > mostParts) throw new Invalid('Das sind zu viele Angaben auf einmal.');
  // Its decoder puts this sign in the place of bytes that are no UTF-8.
  const broken = [...form]
    .flatMap(([name, value]) => [name, typeof value === 'string' ? value : value.name])
    .some((each) => each.includes('\ufffd'));
  if (broken) throw new Invalid('Die Anfrage ist kein lesbarer Text: Erwartet wird UTF-8.');
  return Object.fromEntries(
    await Promise.all(
      names.map(async (name) => {
        const parts = await Promise.all(form.getAll(name).map(toPart));
        return [name, parts.length === 1 ? parts[0] : parts] as const;
      }),
    ),
  );
};
