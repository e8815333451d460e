// Gzip for browsers without DecompressionStream (RFC 1951, 1952). The file is our own, so checksums are left unread.
function inflate(bytes) {
  let at = 10, hold = 0, held = 0, size = 0;
  let out = new Uint8Array(Math.max(1024, bytes.length * 6));
  const LENGTHS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
  const DISTANCES = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
  const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

  function bits(count) {
    while (held < count) {
      if (at >= bytes.length) throw new Error("The report is cut off.");
      hold |= bytes[at++] << held;
      held += 8;
    }
    const value = hold & ((1 << count) - 1);
    hold >>>= count;
    held -= count;
    return value;
  }

  function put(byte) {
    if (size === out.length) {
      const larger = new Uint8Array(out.length * 2);
      larger.set(out);
      out = larger;
    }
    out[size++] = byte;
  }

  // Canonical Huffman codes as counts by length and symbols in order.
  function codes(lengths) {
    const counts = new Uint16Array(16), next = new Uint16Array(16), symbols = new Uint16Array(lengths.length);
    lengths.forEach(l => counts[l]++);
    counts[0] = 0;
    for (let i = 1; i < 16; i++) next[i] = next[i - 1] + counts[i - 1];
    lengths.forEach((l, symbol) => { if (l > 0) symbols[next[l]++] = symbol; });
    return { counts, symbols };
  }

  function symbol(table) {
    let code = 0, first = 0, index = 0;
    for (let length = 1; length < 16; length++) {
      code |= bits(1);
      const count = table.counts[length];
      if (code - count < first) return table.symbols[index + (code - first)];
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new Error("The report is damaged.");
  }

  function dynamic() {
    const literals = bits(5) + 257, distances = bits(5) + 1, count = bits(4) + 4, lengths = new Array(19).fill(0);
    for (let i = 0; i < count; i++) lengths[ORDER[i]] = bits(3);
    const table = codes(lengths), all = [];
    while (all.length < literals + distances) {
      const s = symbol(table);
      if (s < 16) all.push(s);
      else {
        const value = s === 16 ? all[all.length - 1] : 0;
        for (let n = s === 16 ? 3 + bits(2) : s === 17 ? 3 + bits(3) : 11 + bits(7); n > 0; n--) all.push(value);
      }
    }
    return [codes(all.slice(0, literals)), codes(all.slice(literals))];
  }

  function fixed() {
    const lengths = Array.from({ length: 288 }, (_, i) => i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8);
    return [codes(lengths), codes(new Array(30).fill(5))];
  }

  for (let last = false; !last;) {
    last = bits(1) === 1;
    const type = bits(2);
    if (type === 0) {
      hold = held = 0;
      const length = bytes[at] | (bytes[at + 1] << 8);
      at += 4;
      for (let i = 0; i < length; i++) put(bytes[at++]);
      continue;
    }
    const [literals, distances] = type === 1 ? fixed() : dynamic();
    for (let s = symbol(literals); s !== 256; s = symbol(literals)) {
      if (s < 256) {
        put(s);
        continue;
      }
      const length = LENGTHS[s - 257] + bits(s < 265 || s === 285 ? 0 : (s - 261) >> 2);
      const d = symbol(distances);
      const distance = DISTANCES[d] + bits(d < 4 ? 0 : (d - 2) >> 1);
      for (let i = 0; i < length; i++) put(out[size - distance]);
    }
  }
  return out.subarray(0, size);
}
