export type Part = { name: string; content: Buffer | string; filename?: string; contentType?: string };

const boundary = 'probe-boundary-7d1f';

/** A multipart/form-data body as a browser writes it. */
export const multipart = (parts: Part[]): { payload: Buffer; headers: Record<string, string> } => {
  const chunks = parts.flatMap(({ name, content, filename, contentType }) => [
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${filename === undefined ? '' : `; filename="${filename}"`}\r\n` +
        `${contentType ? `content-type: ${contentType}\r\n` : ''}\r\n`,
    ),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ]);
  return {
    payload: Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
};
