// Reads a ZIP archive (a VSIX is one): enough of the format for what vsce writes.
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

/** Answers a Map from each file's name to a function that gives its content as a Buffer. */
export function readZip(file) {
  const bytes = readFileSync(file);
  // The end record stands last, before a comment of at most 65,535 bytes.
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0) throw new Error(`"${file}" is not a ZIP archive: it has no end record.`);
  const entries = new Map();
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw new Error(`"${file}": the directory of the ZIP archive is damaged at byte ${at}.`);
    const [method, packed] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const local = bytes.readUInt32LE(at + 42);
    entries.set(name, () => {
      // The local header repeats name and extra field, the latter with a length of its own.
      const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      const content = bytes.subarray(start, start + packed);
      if (method === 0) return content;
      if (method === 8) return inflateRawSync(content);
      throw new Error(`"${file}": "${name}" is packed by method ${method}, which is not read here.`);
    });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}
