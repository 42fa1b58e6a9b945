const maxLength = 200;
// Control signs, and signs that turn the direction of writing: "Passfdp.exe" must not look like "Passexe.pdf".
const invisible = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;
const notInFileNames = /[<>:"|?*]/g;
// Devices on Windows, with or without an ending.
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** The name as the file may be stored and handed out: last part of a path, NFC, no control signs, at most 200 characters with its ending. */
export const safeFileName = (given: string): string => {
  const last = given.normalize('NFC').replace(invisible, '').toWellFormed().split(/[\\/]/).at(-1) ?? '';
  const clean = last
    .replace(notInFileNames, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .replace(device, '_$&');
  const dot = clean.lastIndexOf('.');
  const ending = dot > 0 ? clean.slice(dot) : '';
  const stem = dot > 0 ? clean.slice(0, dot) : clean;
  const room = Math.max(1, maxLength - ending.length);
  return `${[...(stem || 'unterlage')].slice(0, room).join('').slice(0, room).toWellFormed()}${ending}`.slice(0, maxLength);
};

/** Lower case, without the dot; empty if there is none. */
export const fileEnding = (name: string): string => /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
