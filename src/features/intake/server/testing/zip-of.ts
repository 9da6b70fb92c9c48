import { crc32, deflateRawSync } from 'node:zlib';

export { crc32 };

type Entry =
  | readonly [name: string, text: string]
  | { readonly name: string; readonly packed: Buffer; readonly size: number; readonly crc: number };

/** A zip made by hand (APPNOTE 6.3), so that tests can write directories that lie. */
export function zipOf(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { name, packed, size, crc } = 'packed' in entry ? entry : packedOf(entry);
    const header = fieldsOf({ name, packed, size, crc });
    const local = Buffer.concat([
      Buffer.from('504b0304', 'hex'),
      header,
      Buffer.from(name),
      packed,
    ]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from('504b01021400', 'hex'), header, place, Buffer.from(name)]),
    );
    parts.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('504b0506', 'hex');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listed, end]);
}

function packedOf([name, text]: readonly [string, string]) {
  const content = Buffer.from(text);
  return { name, packed: deflateRawSync(content), size: content.length, crc: crc32(content) };
}

function fieldsOf(entry: { name: string; packed: Buffer; size: number; crc: number }): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(8, 4);
  header.writeUInt32LE(entry.crc, 10);
  header.writeUInt32LE(entry.packed.length, 14);
  header.writeUInt32LE(entry.size, 18);
  header.writeUInt16LE(Buffer.byteLength(entry.name), 22);
  return header;
}
