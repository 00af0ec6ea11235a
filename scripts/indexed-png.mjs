// Writes a picture with a palette: one byte for each pixel in place of three, which takes two thirds of the bytes.
import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLORS = 256;

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

const channels = (color) => [color >> 16, (color >> 8) & 255, color & 255];

function distance(one, other) {
  const others = channels(other);
  return channels(one).reduce((sum, value, at) => sum + (value - others[at]) ** 2, 0);
}

/** The most frequent colours, and for each colour of the picture the place of the nearest of them. */
function paletteOf(colors) {
  const counts = new Map();
  for (const color of colors) counts.set(color, (counts.get(color) ?? 0) + 1);
  const palette = [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, COLORS)
    .map(([color]) => color);
  const places = new Map(palette.map((color, place) => [color, place]));
  for (const color of counts.keys()) {
    if (places.has(color)) continue;
    const near = palette.reduce((a, b) => (distance(color, b) < distance(color, a) ? b : a));
    places.set(color, palette.indexOf(near));
  }
  return { palette, places };
}

/** A picture of opaque pixels, given as four bytes each, as a PNG of at most 256 colours. */
export function indexedPng({ width, height, data }) {
  const colors = Array.from({ length: width * height }, (_, at) => data.readUIntBE(at * 4, 3));
  const { palette, places } = paletteOf(colors);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3], 8); // 8 bits, with a palette
  const rows = Buffer.alloc((width + 1) * height); // each row begins with 0: no filter
  colors.forEach((color, at) => {
    rows[at + Math.floor(at / width) + 1] = places.get(color);
  });
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
