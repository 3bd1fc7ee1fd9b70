import xterm from '@xterm/headless';

const CELL = { width: 9, height: 20, font: 15 };
const MARGIN = 18;
const FONTS =
  "'JetBrains Mono','SF Mono',Menlo,Consolas,'DejaVu Sans Mono','Noto Sans Mono CJK SC','Noto Sans CJK SC','PingFang SC','Microsoft YaHei',monospace";

/** Feeds text to a terminal emulator of so many columns; gives what `svgOf` draws. */
export async function screenOf(text, columns) {
  const rows = text.split('\n').length;
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  await new Promise((done) => terminal.write(text.replaceAll('\n', '\r\n'), done));
  return { buffer: terminal.buffer.active, rows, columns };
}

function blend(one, other, share) {
  const part = (hex, at) => Number.parseInt(hex.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) => Math.round(part(one, at) * share + part(other, at) * (1 - share)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function lookOf(cell, palette) {
  const own = cell.isFgPalette() ? palette.colours[cell.getFgColor()] : palette.foreground;
  const back = cell.isBgPalette() ? palette.colours[cell.getBgColor()] : palette.background;
  const [fill, behind] = cell.isInverse() ? [back, own] : [own, back];
  return {
    fill: cell.isDim() ? blend(fill, behind, 0.55) : fill,
    behind: behind === palette.background ? '' : behind,
    bold: Boolean(cell.isBold()),
    italic: Boolean(cell.isItalic()),
    line: [cell.isUnderline() && 'underline', cell.isStrikethrough() && 'line-through']
      .filter(Boolean)
      .join(' '),
  };
}

/** Cells of a row in stretches of one look and one width of character, so that every stretch keeps to the grid. */
function stretches(line, columns, palette) {
  const found = [];
  for (let x = 0; x < columns; x++) {
    const cell = line.getCell(x);
    const width = cell?.getWidth() ?? 0;
    if (!cell || width === 0) continue;
    const text = cell.getChars() || ' ';
    const look = lookOf(cell, palette);
    const key = JSON.stringify([look, width]);
    const last = found.at(-1);
    if (last && last.key === key && last.x + last.cells === x) {
      last.text += text;
      last.cells += width;
    } else found.push({ key, look, x, text, cells: width, wide: width === 2 });
  }
  return found;
}

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Draws the buffer of a terminal emulator as SVG, in a palette of `tests/terminal/palettes.ts`. */
export function svgOf({ buffer, rows, columns }, palette) {
  const width = columns * CELL.width + 2 * MARGIN;
  const height = rows * CELL.height + 2 * MARGIN;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" rx="8" fill="${palette.background}"/>`,
    `<g font-family="${FONTS}" font-size="${CELL.font}" xml:space="preserve" style="white-space:pre">`,
  ];
  for (let y = 0; y < rows; y++) {
    for (const { look, x, text, cells, wide } of stretches(buffer.getLine(y), columns, palette)) {
      const left = MARGIN + x * CELL.width;
      const top = MARGIN + y * CELL.height;
      const long = cells * CELL.width;
      if (look.behind)
        parts.push(
          `<rect x="${left}" y="${top}" width="${long}" height="${CELL.height}" fill="${look.behind}"/>`,
        );
      if (text.trim() === '') continue;
      const style = `${look.bold ? ' font-weight="700"' : ''}${look.italic ? ' font-style="italic"' : ''}${look.line ? ` text-decoration="${look.line}"` : ''}`;
      parts.push(
        `<text x="${left}" y="${top + 15}" fill="${look.fill}"${style}${wide ? ' letter-spacing="3"' : ''} textLength="${long}">${escaped(text)}</text>`,
      );
    }
  }
  return `${parts.join('\n')}\n</g>\n</svg>\n`;
}
